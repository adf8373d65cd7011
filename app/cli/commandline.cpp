// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include "cli/commandline.h"

#include "cli/didyoumean.h"
#include "semantics/safetext.h"
#include "semantics/statuscode.h"

namespace Detour {

using namespace Qt::StringLiterals;

namespace {

Error badWords(const QString &sentence)
{
    return {u"bad-words"_s, sentence};
}

QString helpCommand(const CommandSpec &spec)
{
    return spec.name.isEmpty() ? u"detour --help"_s : u"detour %1 --help"_s.arg(QString::fromLatin1(spec.name));
}

/// What curl's users will try, and what to write instead.
QString mendForCurlOption(const QByteArray &word)
{
    static const QHash<QByteArray, QString> mends{
        {"-L", u"leave it out, Detour follows by itself (--no-follow: it does not)"_s},
        {"--location", u"leave it out, Detour follows by itself (--no-follow: it does not)"_s},
        {"-I", u"write -X HEAD"_s},
        {"--head", u"write -X HEAD"_s},
        {"-A", u"write -H 'User-Agent: …'"_s},
        {"-b", u"write -H 'Cookie: …'"_s},
        {"-u", u"write -H 'Authorization: …'"_s},
        {"-v", u"leave it out, every hop is shown"_s},
        {"-i", u"leave it out, every hop is shown"_s},
        {"-s", u"leave it out"_s},
    };
    return mends.value(word);
}

Error unknownOption(const CommandSpec &spec, const QByteArray &word)
{
    QList<QByteArray> known;
    for (const QList<OptionSpec> *list : {&spec.options, &globalOptions()}) {
        for (const OptionSpec &option : *list) {
            known.append("--" + option.name);
        }
    }
    const bool isLikeCurl = spec.name == "trace" || spec.name == "compare";
    QString mend = isLikeCurl ? mendForCurlOption(word) : QString();
    if (mend.isEmpty()) {
        const QString list = u"%1 lists the known ones"_s.arg(helpCommand(spec));
        mend = word.startsWith("--") ? mendFor(word, known, list) : list;
    }
    return badWords(u"unknown option %1: %2"_s.arg(quotedWord(word), mend));
}

Error unknownCommand(const QByteArray &word, bool hasWindow)
{
    QList<QByteArray> known;
    for (const CommandSpec *spec : commands(hasWindow)) {
        known.append(spec->name);
    }
    QString mend = mendFor(word, known, u"detour --help lists the commands"_s);
    if (word.contains("://") || word.startsWith("lab:")) {
        mend = u"write “detour trace URL”"_s;
    } else if (!hasWindow && findCommand(word, true)) {
        mend = u"this build of Detour has no window"_s;
    }
    return badWords(u"unknown command %1: %2"_s.arg(quotedWord(word), mend));
}

bool isNumber(const QByteArray &word)
{
    bool isNumber = false;
    word.toInt(&isNumber);
    return isNumber;
}

/// A file is told from a command by its name alone, so that no file in a folder can take a command's place.
bool looksLikeFile(const QByteArray &word)
{
    const bool isUrl = word.contains("://") || word.startsWith("lab:");
    return !isUrl && (word.contains('/') || word.toLower().endsWith(".json"));
}

} // namespace

/// Walks over the words once.
class CommandLineParser final
{
public:
    CommandLineParser(QList<QByteArray> words, bool hasWindow)
        : m_words(std::move(words))
        , m_hasWindow(hasWindow)
    {
        m_line.m_spec = findCommand({}, hasWindow);
    }

    Result<CommandLine> parse()
    {
        bool takesOptions = true;
        while (!m_trouble && m_position < m_words.size()) {
            const QByteArray word = m_words.at(m_position++);
            if (takesOptions && word == "--") {
                takesOptions = false;
            } else if (takesOptions && word.startsWith("--")) {
                readLongOption(word);
            } else if (takesOptions && word.size() > 1 && word.startsWith('-')) {
                readLetters(word);
            } else {
                readArgument(word);
            }
        }
        if (!m_trouble) {
            checkArgument();
        }
        if (m_trouble) {
            return *m_trouble;
        }
        return std::move(m_line);
    }

private:
    void readLongOption(const QByteArray &word)
    {
        const qsizetype equals = word.indexOf('=');
        const QByteArray name = word.sliced(2, (equals < 0 ? word.size() : equals) - 2);
        const OptionSpec *option = m_line.m_spec->option(name);
        if (!option) {
            m_trouble = unknownOption(*m_line.m_spec, "--" + name);
        } else if (equals >= 0 && !option->takesValue()) {
            m_trouble = badWords(u"%1 takes no value; leave out what follows the “=”"_s.arg(quotedWord("--" + name)));
        } else if (equals >= 0) {
            store(*option, "--" + name, word.sliced(equals + 1));
        } else {
            storeNext(*option, "--" + name);
        }
    }

    void readLetters(const QByteArray &word)
    {
        for (qsizetype i = 1; i < word.size() && !m_trouble; ++i) {
            const QByteArray letter = QByteArray("-") + word.at(i);
            const OptionSpec *option = m_line.m_spec->option(word.at(i));
            if (!option) {
                // The whole word may be a long option typed with one dash, or nothing but its first letter known.
                const bool isOneDash = i == 1 && m_line.m_spec->option(word.sliced(1));
                m_trouble =
                    isOneDash
                        ? badWords(u"unknown option %1: did you mean -%2?"_s.arg(quotedWord(word), safeText(word)))
                        : unknownOption(*m_line.m_spec, letter);
            } else if (option->takesValue() && i + 1 < word.size()) {
                store(*option, letter, word.sliced(i + 1));
                return;
            } else {
                storeNext(*option, letter);
            }
        }
    }

    /// The option's value is the next word, whatever it looks like.
    void storeNext(const OptionSpec &option, const QByteArray &typed)
    {
        if (!option.takesValue()) {
            m_line.m_values[option.name].append(QByteArray());
        } else if (m_position >= m_words.size()) {
            m_trouble = badWords(u"%1 needs a value: %2 %3"_s.arg(quotedWord(typed), QString::fromLatin1(typed),
                                                                  QString::fromLatin1(option.value)));
        } else {
            store(option, typed, m_words.at(m_position++));
        }
    }

    void store(const OptionSpec &option, const QByteArray &typed, const QByteArray &value)
    {
        if (!option.choices.isEmpty() && !option.choices.contains(value)) {
            const QString mend =
                mendFor(value, option.choices, u"known: "_s + QString::fromLatin1(option.choices.join(", ")));
            m_trouble = badWords(u"%1 does not know %2: %3"_s.arg(QString::fromLatin1(typed), quotedWord(value), mend));
            return;
        }
        m_line.m_values[option.name].append(value);
    }

    void readArgument(const QByteArray &word)
    {
        const bool isFirst = m_line.m_spec->name.isEmpty() && !m_line.m_argument;
        if (isFirst && !isNumber(word)) {
            const CommandSpec *command = word.isEmpty() ? nullptr : findCommand(word, m_hasWindow);
            if (!command && looksLikeFile(word)) {
                m_line.m_argument = word;
                return;
            }
            if (!command) {
                m_trouble = unknownCommand(word, m_hasWindow);
                return;
            }
            m_line.m_spec = command;
        } else if (m_line.m_argument || m_line.m_spec->argument.isEmpty()) {
            m_trouble = badWords(
                u"%1 is one word too many: %2 says what is taken"_s.arg(quotedWord(word), helpCommand(*m_line.m_spec)));
        } else {
            m_line.m_argument = word;
        }
    }

    void checkArgument()
    {
        const CommandSpec &spec = *m_line.m_spec;
        const bool onlyAsks = m_line.wantsHelp() || m_line.wantsVersion();
        if (m_line.has("present") && !checkPresent()) {
            return;
        }
        if (spec.needsArgument && !m_line.m_argument && !onlyAsks) {
            const QString name = QString::fromLatin1(spec.name);
            const QString argument = QString::fromLatin1(spec.argument);
            m_trouble = badWords(u"“%1” needs a %2: write “detour %1 %2”"_s.arg(name, argument));
        } else if (spec.name.isEmpty() && m_line.m_argument && !m_line.namedFile()
                   && !referenceStatusCodes().contains(m_line.m_argument->toInt())) {
            m_trouble = badWords(u"%1 has no page: write a code from 300 to 308"_s.arg(quotedWord(*m_line.m_argument)));
        }
    }

    /// --present opens the window in a lesson, and nothing else beside it.
    bool checkPresent()
    {
        const QByteArray other =
            m_line.m_spec->name.isEmpty() ? m_line.m_argument.value_or(QByteArray()) : m_line.m_spec->name;
        if (!m_hasWindow) {
            m_trouble = badWords(u"--present needs the window, and this build of Detour has none"_s);
        } else if (!other.isEmpty()) {
            m_trouble = badWords(u"--present names what to open already: leave out %1"_s.arg(quotedWord(other)));
        }
        return !m_trouble;
    }

    QList<QByteArray> m_words;
    bool m_hasWindow;
    qsizetype m_position = 0;
    CommandLine m_line;
    std::optional<Error> m_trouble;
};

Result<CommandLine> CommandLine::parse(const QList<QByteArray> &words, bool hasWindow)
{
    return CommandLineParser(words, hasWindow).parse();
}

std::optional<QByteArray> CommandLine::namedFile() const
{
    return command().isEmpty() && m_argument && looksLikeFile(*m_argument) ? m_argument : std::nullopt;
}

std::optional<QByteArray> CommandLine::value(const QByteArray &option) const
{
    const QList<QByteArray> all = values(option);
    return all.isEmpty() ? std::nullopt : std::optional(all.constLast());
}

QString quotedWord(const QByteArray &word)
{
    return u"“%1”"_s.arg(wireText(word, 80));
}

} // namespace Detour
