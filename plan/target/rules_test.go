package target_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestRules has a text, or two, for each rule that a word or a figure decides.
func TestRules(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		reason, in string
		want       []string
	}{
		// numbers
		{"a wide comma parts narrow digits", "新增3，200家企业", []string{"T 200家|= 200 家"}},
		{"and joins wide ones", "新增１，２００家企业", []string{"T １，２００家|= 1200 家"}},
		{"a fraction", "达到1/2以上", []string{"T 达到1/2以上|>= 0.5 "}},
		{"a fraction in characters", "达到三分之二", []string{"T 达到三分之二|>= 0.6666666666666667 "}},
		{"all of it", "达到三分之三", []string{"T 达到三分之三|>= 1 "}},
		{"a fraction says which part", "三分之一的企业", nil},
		{"no fraction: a code", "达到1/128个", nil},
		{"no fraction: a date", "于2023/5/1完成", nil},
		{"nothing behind the slash", "不少于30/天", nil},
		{"decimals in characters", "投资五点五亿元", []string{"T 五点五亿元|= 550000000 元"}},
		{"no decimals behind 点", "达到五点以上", nil},
		{"a surname", "拟招引陆家嘴企业，建设伍个园区", nil},
		{"digits between units", "投资1亿2000万元", []string{"T 1亿2000万元|= 120000000 元"}},
		{"too large", "不少于999999999999999999999家", nil},
		{"a range of changes", "增长5%—7%", []string{"T 增长5%—7%|+ 5 %", "T 增长5%—7%|+ 7 %"}},
		{"a range in percent", "达到百分之三十至百分之四十", []string{"T 达到百分之三十至百分之四十|>= 30 %", "T 达到百分之三十至百分之四十|<= 40 %"}},
		{"a range with two dashes", "新增3——5家", []string{"T 3——5家|>= 3 家", "T 3——5家|<= 5 家"}},
		{"a range that falls is none", "新增5至3家", []string{"T 3家|= 3 家"}},
		{"a range of time to be reached", "压缩至3-5个工作日", []string{"T 压缩至3-5个工作日|>= 3 个工作日", "T 压缩至3-5个工作日|<= 5 个工作日"}},
		{"a range without a unit", "电话021-6321", nil},
		{"a number without a unit", "培训人数突破1200，其中", []string{"T 突破1200|> 1200 "}},
		{"doubling", "总量翻两番", []string{"T 翻两番|+ 3 倍"}},
		{"doubling that is done", "总量已翻一番", nil},
		// operators and bounds
		{"a bound counts against a weak verb", "达到5家左右", []string{"T 达到5家左右|~ 5 家"}},
		{"but not against a strong one", "不超过30%左右", []string{"T 不超过30%左右|<= 30 %"}},
		{"a bracket before the bound", "投资500万元(含)以上", []string{"T 500万元(含)以上|>= 5000000 元"}},
		{"以上 of another word", "支持20家以上述企业为主的联盟", []string{"T 20家|= 20 家"}},
		{"from one amount to another", "由30%提高到50%", []string{"T 提高到50%|>= 50 %"}},
		{"约 of 节约", "节约5吨标煤", []string{"T 5吨|= 5 吨"}},
		// units
		{"a grade alone is a name", "建成三级医院", nil},
		{"a grade to be reached", "不低于4级", []string{"T 不低于4级|>= 4 级"}},
		{"another word begins like the unit", "提供3个性化服务", nil},
		{"a rate", "不低于30元/人·天", []string{"T 不低于30元/人·天|>= 30 元/人·天"}},
		{"a rate of time", "不超过5天/次", []string{"T 不超过5天/次|<= 5 天/次"}},
		{"a square in Latin letters", "新建场馆5000m²", []string{"T 5000m²|= 5000 m²"}},
		{"a word in Latin letters", "推广20app", nil},
		// amounts in characters
		{"an amount at the clause's end", "培育龙头企业三家，", []string{"T 三家|= 3 家"}},
		{"one is an article", "培育一个品牌", nil},
		{"as one", "融为一体，打造成为一个中心", nil},
		// moments
		{"the beginning of a year says no end", "2023年初建成", nil},
		{"since a year", "自2023年起，每户补助。2024年后实施", nil},
		{"a day is when a thing takes place", "2023年5月1日召开会议", nil},
		{"from day to day", "2023年5月1日至15日", []string{"D 2023年5月1日至15日|2023-05-01..2023-05-15"}},
		{"from month to month", "2023年5-7月完成", []string{"D 2023年5-7月|2023-05-01..2023-07-31"}},
		{"a range that 起 opens", "从2023年3月起至2023年10月底完成，4月1日起至6月30日登记，2023年5月起至今", []string{"D 2023年3月起至2023年10月底|2023-03-01..2023-10-31", "D 4月1日起至6月30日|"}},
		{"a year of account", "本年度内完成，本年度底前销号，毕业年度内就业，本年度计划", []string{"D 本年度内|", "D 本年度底前|"}},
		{"a heading over a year's tasks", "2023年主要工作，2023年主要目标任务", nil},
		{"how long a rule holds", "有效期至2026年12月31日，2025年底前评估", []string{"D 2025年底前|..2025-12-31"}},
		{"month with 份", "2023年5月份前", []string{"D 2023年5月份前|..2023-05-31"}},
		{"the last third of a month", "2023年5月下旬前", []string{"D 2023年5月下旬前|..2023-05-31"}},
		{"a month in which something is due", "2025年6月完成验收", []string{"D 2025年6月|2025-06-01..2025-06-30"}},
		{"a month alone", "2025年6月的统计数据", nil},
		{"other words with 月", "满3月龄，按月均计算，请月嫂", nil},
		{"other words with 年", "2018年级、2019年鉴、2020年度", nil},
		{"初 of another word", "2025年6月初步完成方案", []string{"D 2025年6月|2025-06-01..2025-06-30"}},
		{"a year in a title", "根据2018年工作要点", nil},
		{"a title that is to be written", "2024年出台行动方案", []string{"D 2024年|2024-01-01..2024-12-31"}},
		{"years that fall are no range", "2020-2017年", []string{"D 2017年|2017-01-01..2017-12-31"}},
		{"a blank year with 内 of another word", "年内容更新", nil},
		{"this year", "到今年，建设一批", nil},
		{"every year", "到每年底完成", []string{"D 到每年底|"}},
		{"other words with 每", "每年度评估，每月均值", nil},
		{"years to come without a bound", "今后五年规划", nil},
		{"years to come", "未来3年，新增10家", []string{"D 未来3年|3年", "T 10家|= 10 家"}},
		{"a year of the Republic alone", "民國114年", []string{"D 民國114年|2025-01-01..2025-12-31"}},
		{"a second year of the Republic that is none", "到民國114年至民", []string{"D 到民國114年|..2025-12-31"}},
		// what surrounds
		{"a sentence in quotation marks is read", "提出“新增20家，覆盖全市”的要求", []string{"T 20家|= 20 家"}},
		{"a name in quotation marks is not", "推进“新增20家”工程", nil},
		{"a semicolon ends what is done", "已建成20家；新增30家", []string{"T 30家|= 30 家"}},
		{"and so does a blank line", "已建成20家\n\n新增30家", []string{"T 30家|= 30 家"}},
		{"a page number between two paragraphs", "推进建设\n\n12\n\n个人住房", nil},
		{"blanks of a table part what they stand between", "新增12                              家", nil},
	} {
		var got []string
		for _, f := range find(t, tt.in) {
			got = append(got, summary(f))
		}
		require.Equal(t, tt.want, got, "%s: %s", tt.reason, tt.in)
	}
}
