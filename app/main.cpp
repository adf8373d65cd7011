// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#include <QCommandLineParser>
#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("detour"));
    QCoreApplication::setApplicationVersion(QStringLiteral(DETOUR_VERSION));

    QCommandLineParser parser;
    parser.addVersionOption();
    parser.process(application);
    return 0;
}
