package label_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan/internal/label"
	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

func TestParse(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		in, label, reason string
		form              label.Form
		number            int
		loose             bool
	}{
		{"一、总体要求", "一、", "", label.Han, 1, false},
		{"十二、 加强", "十二、", "", label.Han, 12, false},
		{"廿一、加强", "廿一、", "", label.Han, 21, false},
		{"一：加强", "", "a name and its explanation, as 主题一：", label.Invalid, 0, false},
		{"（一）建设", "（一）", "", label.HanRound, 1, false},
		{"(十五)建设", "(十五)", "half width", label.HanRound, 15, false},
		{"（ 一 ）建设", "（ 一 ）", "blanks that setting left", label.HanRound, 1, false},
		{"（一）、建设", "（一）、", "a mark behind the bracket belongs to it", label.HanRound, 1, false},
		{"（2024年）建设", "", "no number alone", label.Invalid, 0, false},
		{"（1）建设", "（1）", "", label.Round, 1, false},
		{"1）建设", "1）", "", label.HalfRound, 1, false},
		{"1.建设", "1.", "", label.Arabic, 1, false},
		{"1．建设", "1．", "full width", label.Arabic, 1, false},
		{"4﹒建设", "4﹒", "small full stop", label.Arabic, 4, false},
		{"4..建设", "4..", "the mark twice", label.Arabic, 4, false},
		{"4...建设", "", "dots", label.Invalid, 0, false},
		{"1、建设", "1、", "", label.Arabic, 1, false},
		{"１２．建设", "１２．", "full-width digits", label.Arabic, 12, false},
		{"11.121人才项目", "11.", "the title begins with digits", label.Arabic, 11, true},
		{"1.5亿元", "1.", "only its place tells that it is an amount", label.Arabic, 1, true},
		{"2.10万吨工程", "2.", "an amount begins the title", label.Arabic, 2, true},
		{"1.2 建设", "1.2", "", label.Decimal, 2, false},
		{"1.2.3建设", "1.2.3", "", label.Decimal, 3, false},
		{"1-2 建設", "1-2", "", label.Decimal, 2, false},
		{"2024.5.6", "", "a date", label.Invalid, 0, false},
		{"1 总体要求", "1", "without a mark: only its place tells", label.Arabic, 1, true},
		{"3 个中心", "", "an amount", label.Invalid, 0, false},
		{"3000、4000元", "", "larger than labels are", label.Invalid, 0, false},
		{"第一章 总则", "第一章", "", label.Chapter, 1, false},
		{"第一章：总则", "第一章：", "", label.Chapter, 1, false},
		{"第 十 条 加强", "第 十 条", "", label.Article, 10, false},
		{"第一条加强", "第一条", "a sentence may begin so", label.Article, 1, true},
		{"第一部分 总论", "第一部分", "", label.Part, 1, false},
		{"第二节　任务", "第二节", "", label.Node, 2, false},
		{"第一轮督查", "", "no unit of a text", label.Invalid, 0, false},
		{"任务1：建设", "任务1：", "", label.Task, 1, false},
		{"措施十二、建设", "措施十二、", "", label.Task, 12, false},
		{"【任务1】建设", "【任务1】", "", label.Task, 1, false},
		{"【任务】建设", "", "no number", label.Invalid, 0, false},
		{"【任务1建设】", "", "no label alone", label.Invalid, 0, false},
		{"策略二：推动", "策略二：", "", label.Task, 2, false},
		{"策略三个", "", "an amount", label.Invalid, 0, false},
		{"第一阶段：部署", "第一阶段：", "", label.Task, 1, false},
		{"第一阶段工作", "", "no colon", label.Invalid, 0, false},
		{"任务3个", "", "an amount", label.Invalid, 0, false},
		{"壹、緣起", "壹、", "", label.Formal, 1, false},
		{"參、執行", "參、", "for 叁, as Taiwan has it", label.Formal, 3, false},
		{"甲、缘起", "甲、", "", label.Stem, 1, false},
		{"丙、緣起", "丙、", "", label.Stem, 3, false},
		{"①制定", "①", "", label.Circled, 1, false},
		{"㈡制定", "㈡", "", label.Circled, 2, false},
		{"⑶制定", "⑶", "", label.Circled, 3, false},
		{"Ⅱ、制定", "Ⅱ、", "", label.Han, 2, false},
		{"a. 制定", "a.", "", label.Latin, 1, true},
		{"A、制定", "A、", "", label.Latin, 1, true},
		{"e.g. so", "", "a word", label.Invalid, 0, false},
		{"——统筹", "——", "", label.Dash, 0, false},
		{"--统筹", "--", "", label.Dash, 0, false},
		{"●统筹", "●", "", label.Bullet, 0, false},
		{"- 统筹", "-", "", label.Bullet, 0, false},
		{"-5℃", "", "a negative number", label.Invalid, 0, false},
		{"统筹推进", "", "", label.Invalid, 0, false},
		{"", "", "", label.Invalid, 0, false},
		{"（", "", "", label.Invalid, 0, false},
		{"第", "", "", label.Invalid, 0, false},
	} {
		text := runes.Fold(tt.in)
		l, ok := label.Parse(text, 0, text.Len())
		require.Equal(t, tt.label != "", ok, "%s: %s: %+v", tt.in, tt.reason, l)
		if !ok {
			continue
		}
		require.Equal(t, tt.label, text.Slice(l.Start, l.End), "%s: %s", tt.in, tt.reason)
		require.Equal(t, tt.form.String(), l.Form.String(), "%s: %s", tt.in, tt.reason)
		require.Equal(t, tt.number, l.Number, "%s: %s", tt.in, tt.reason)
		require.Equal(t, tt.loose, l.Loose, "%s: %s", tt.in, tt.reason)
		require.Equal(t, l.Number > 0, l.Form.Numbered(), tt.in)
	}
}

func TestForms(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for f := label.Invalid; f <= label.Bullet; f++ {
		require.False(t, seen[f.String()], f)
		seen[f.String()] = true
	}
	require.Equal(t, "invalid", (label.Bullet + 1).String())
	require.Equal(t, "invalid", label.Form(-1).String())
}

func TestLevel(t *testing.T) {
	t.Parallel()
	level := func(s string) label.Level {
		text := runes.Fold(s)
		l, _ := label.Parse(text, 0, text.Len())
		return l.Level()
	}
	require.Equal(t, level("1.1 甲"), level("2.5 乙"))
	require.NotEqual(t, level("1.1 甲"), level("1.1.1 甲"))
	require.NotEqual(t, level("（一）甲"), level("（1）甲"))
}
