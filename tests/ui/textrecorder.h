// SPDX-FileCopyrightText: 2026 The Detour authors
// SPDX-License-Identifier: MIT

#pragma once

#include <QPaintDevice>
#include <QPaintEngine>

#include <memory>

namespace Detour::Test {

/// One piece of text as it was drawn.
struct DrawnText
{
    QString text;
    qreal pixels = 0; ///< the font's size times the larger scale of the transform
};

/// A device that draws nothing and notes every text with its size. What is drawn from pictures that were kept is not
/// seen: such parts must be drawn anew into it.
class TextRecorder final : public QPaintDevice
{
public:
    explicit TextRecorder(QSize size);
    ~TextRecorder() override;
    Q_DISABLE_COPY_MOVE(TextRecorder)

    [[nodiscard]] const QList<DrawnText> &texts() const { return m_texts; }
    [[nodiscard]] QPaintEngine *paintEngine() const override;

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    QSize m_size;
    QList<DrawnText> m_texts;
    std::unique_ptr<Engine> m_engine;
};

} // namespace Detour::Test
