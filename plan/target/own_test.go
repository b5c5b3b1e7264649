package target_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/internal/testcase"
	"github.com/qiaotoubao/fangan/plan/target"
)

// summary is what a test row says of a finding: T text|op value unit, or
// D text|from..by or D text|within.
func summary(f target.Finding) string {
	if x := f.Target; x != nil {
		return "T " + x.Text + "|" + x.Op.String() + " " + x.Value.String() + " " + x.Unit
	}
	d := f.Deadline
	if d.Within != "" {
		return "D " + d.Text + "|" + d.Within
	}
	if d.From.IsZero() && d.By.IsZero() {
		return "D " + d.Text + "|"
	}
	return "D " + d.Text + "|" + d.From.String() + ".." + d.By.String()
}

func TestFind(t *testing.T) {
	t.Parallel()
	tests := []struct {
		name, in string
		want     []string
	}{
		// amounts and operators
		{"seed: more than", "年為本土企業培訓跨國經營人才超過5000人次。", []string{"T 超過5000人次|> 5000 人次"}},
		{"seed: at least and about", "資助400人次以上,聯合實驗室達到20家左右。", []string{"T 400人次以上|>= 400 人次", "T 達到20家左右|~ 20 家"}},
		{"thousands comma and decimal percent", "补贴23,876人，占23.4%", []string{"T 23,876人|= 23876 人", "T 23.4%|= 23.4 %"}},
		{"an estimate is no number", "新建两三个泊位，培育十几家、数百户、三五个企业", nil},
		{"small numbers in characters", "新建三个泊位，开通两条航线", []string{"T 三个|= 3 个", "T 两条|= 2 条"}},
		{"figures of speech", "三个方面、五项制度、两个维护、一批项目、一件事、一个中心、四大功能、千家万户、百家争鸣、十分重要", nil},
		{"no less than", "不得低于90分，最少开展2次，不小于15米", []string{"T 不得低于90分|>= 90 分", "T 不小于15米|>= 15 米"}},
		{"at most", "办理时间压缩至3个工作日以内，差错率降到0.5‰，最多跑1次", []string{"T 压缩至3个工作日以内|<= 3 个工作日", "T 降到0.5‰|<= 0.5 ‰"}},
		{"time in figures", "审批时限缩短至2小时内，公示期为7天", []string{"T 缩短至2小时内|<= 2 小时", "T 为7天|= 7 天"}},
		{"changes", "GDP增长约6%，成本降低20%以上，能耗下降不低于3.5%", []string{"T 增长约6%|+ 6 %", "T 降低20%以上|+ -20 %", "T 下降不低于3.5%|+ -3.5 %"}},
		{"levels are no changes", "覆盖率提高到95%，数量由12个增加到30个", []string{"T 提高到95%|>= 95 %", "T 增加到30个|>= 30 个"}},
		{"a bound wins over a weak word", "失业率控制在不超过5%，参保率稳定在95%以上，规模达到约300亿元", []string{"T 控制在不超过5%|<= 5 %", "T 稳定在95%以上|>= 95 %", "T 达到约300亿元|~ 30000000000 元"}},
		{"doubling", "产值翻两番，规模翻番，比2020年增长1.5倍", []string{"T 翻两番|+ 3 倍", "T 翻番|+ 1 倍", "T 增长1.5倍|+ 1.5 倍"}},
		{"fractions", "不少于三分之二，超过1/3的", []string{"T 不少于三分之二|>= 0.6666666666666667 ", "T 超过1/3|> 0.3333333333333333 "}},
		{"percent in words", "百分之九十五以上的乡镇，千分之五以下，下降百分之三点五", []string{"T 百分之九十五以上|>= 95 %", "T 千分之五以下|<= 5 ‰", "T 下降百分之三点五|+ -3.5 %"}},
		{"points of percent", "占比提高2.5個百分點，收窄1个百分点", []string{"T 提高2.5個百分點|+ 2.5 個百分點", "T 收窄1个百分点|+ -1 个百分点"}},
		{"multiples", "投资1亿2000万元，补助1.25亿元，3百万元，五点五亿元，10余万人", []string{"T 1亿2000万元|= 120000000 元", "T 1.25亿元|= 125000000 元", "T 3百万元|= 3000000 元", "T 五点五亿元|= 550000000 元", "T 10余万人|> 100000 人"}},
		{"兆 as number and as unit", "預算1.5兆元，宽带达到1000兆", []string{"T 1.5兆元|= 1500000000000 元", "T 达到1000兆|>= 1000 兆"}},
		{"units that begin like numbers", "装机120万千瓦、储能三十万千瓦时，运力500千米", []string{"T 120万千瓦|= 1200000 千瓦", "T 三十万千瓦时|= 300000 千瓦时", "T 500千米|= 500 千米"}},
		{"middle of a year", "2023年中完成檢視，2024年中前建成，加强2025年中央投资", []string{"D 2023年中|..2023-06-30", "D 2024年中前|..2024-06-30", "D 2025年|2025-01-01..2025-12-31"}},
		{"years of the Republic", "114年6月30日前完成，115年底前全面推動，116年上半年完成", []string{"D 114年6月30日前|..2025-06-30", "D 115年底前|..2026-12-31", "D 116年上半年|2027-01-01..2027-06-30"}},
		{"long stretches", "树龄120年以上，100年内重现，建校110年6项成果", []string{"D 100年内|100年", "T 6项|= 6 项"}},
		{"rates", "能耗降至0.5吨/万元，补贴0.3元/千瓦时，流量1000人次/年", []string{"T 降至0.5吨/万元|<= 0.5 吨/万元", "T 0.3元/千瓦时|= 0.3 元/千瓦时", "T 1000人次/年|= 1000 人次/年"}},
		{"a note behind a bound", "创建农村路1000公里以上（运输局负责），鲜切花产量达到105亿枝", []string{"T 1000公里以上|>= 1000 公里", "T 达到105亿枝|>= 10500000000 枝"}},
		{"Latin units", "里程达到300km，装机超5GW，算力10EFLOPS", []string{"T 达到300km|>= 300 km", "T 超5GW|> 5 GW", "T 10EFLOPS|= 10 EFLOPS"}},
		{"ranges", "培育3-5个集群，占5%—7%，新增3至5万亩", []string{"T 3-5个|>= 3 个", "T 3-5个|<= 5 个", "T 5%—7%|>= 5 %", "T 5%—7%|<= 7 %", "T 3至5万亩|>= 30000 亩", "T 3至5万亩|<= 50000 亩"}},
		{"shared operators", "分别达到30%、42%和50%以上；分别突破600万吨、500亿元", []string{"T 30%|>= 30 %", "T 42%|>= 42 %", "T 50%以上|>= 50 %", "T 600万吨|> 6000000 吨", "T 500亿元|> 50000000000 元"}},
		{"shared changes", "分别增长8%、下降5%", []string{"T 8%|+ 8 %", "T 下降5%|+ -5 %"}},
		{"more than", "支持1000余家企业、200多个项目", []string{"T 1000余家|> 1000 家", "T 200多个|> 200 个"}},
		{"Traditional units", "新建步道120公里、社宅3,000戶、據點50處，減碳三十萬噸", []string{"T 120公里|= 120 公里", "T 3,000戶|= 3000 戶", "T 50處|= 50 處", "T 三十萬噸|= 300000 噸"}},
		{"full-width", "达９０％以上，１２００个", []string{"T 达９０％以上|>= 90 %", "T １２００个|= 1200 个"}},
		{"blanks and line breaks", "达到 36.5 万亩，新增 12\n个，不少于\n20 项", []string{"T 达到 36.5 万亩|>= 365000 亩", "T 12\n个|= 12 个", "T 不少于\n20 项|>= 20 项"}},
		{"a number over a line break", "见习岗位3\n6万个以上", []string{"T 3\n6万个以上|>= 360000 个"}},
		{"a unit over a line break", "乡村路1858公\n里", []string{"T 1858公\n里|= 1858 公里"}},
		// what is no target
		{"done", "已建成12个园区，累计培训3000人次，目前共有企业500家。", nil},
		{"done, then to be done", "截至2022年底建成10个，到2025年再建20个。", []string{"D 到2025年|..2025-12-31", "T 20个|= 20 个"}},
		{"total to be reached", "到2027年，累计建成充电桩5万个。", []string{"D 到2027年|..2027-12-31", "T 5万个|= 50000 个"}},
		{"past tense", "去年接待游客3000万人次，提高了2个百分点。", nil},
		{"what a sentence is about", "2025年是护林的关键一年。", nil},
		{"baselines", "较2020年提高3个百分点，由30%提高到50%", []string{"T 提高3个百分点|+ 3 个百分点", "T 提高到50%|>= 50 %"}},
		{"names", "5G、G60走廊、PM2.5、C919、COVID-19、4A级景区、95598热线、3.0版、12345平台、24小时自助、7×24小时、15分钟生活圈", nil},
		{"numbers of order", "第3批、第12条、前10名、前三位、世界500强、二十大、1号线", nil},
		{"document numbers", "（国发〔2021〕18号）、[2023]5号", nil},
		{"labels", "1.个体工商户\n2、家政服务\n3 项目申报\n（4）人才", nil},
		{"measures", "每万人拥有量达到20件，每10万人口不少于3名，每百户不少于2个", []string{"T 达到20件|>= 20 件", "T 不少于3名|>= 3 名", "T 不少于2个|>= 2 个"}},
		{"quotes and titles", "“十个一批”工程、《百企千项2000家方案》、「五个100」", nil},
		{"classes of things", "规模以上工业、60岁以上老年人、500万元以下政府投资项目", nil},
		{"addresses", "https://x.cn/a?t=%E8%BF%91%E5%B9%B4", nil},
		{"page numbers", "全市\n12\n个体工商户", nil},
		// deadlines
		{"seed: years", "聚焦2017-2020年重點,辦好2018年中國國際旅游交易會,爭取5年內投入", []string{"D 2017-2020年|2017-01-01..2020-12-31", "D 2018年|2018-01-01..2018-12-31", "D 5年內|5年"}},
		{"ends of years", "2025年末前，2026年底，到2027年末，2028年前", []string{"D 2025年末前|..2025-12-31", "D 2026年底|..2026-12-31", "D 到2027年末|..2027-12-31", "D 2028年前|..2028-12-31"}},
		{"months", "2024年3月底前；到2024年6月；2024年2月前；11月底", []string{"D 2024年3月底前|..2024-03-31", "D 到2024年6月|..2024-06-30", "D 2024年2月前|..2024-02-29", "D 11月底|"}},
		{"parts of months", "2024年5月中旬前，2024年5月上旬前", []string{"D 2024年5月中旬前|..2024-05-20", "D 2024年5月上旬前|..2024-05-10"}},
		{"days", "于2024年9月30日前完成，5月20日前报送", []string{"D 2024年9月30日前|..2024-09-30", "D 5月20日前|"}},
		{"halves and quarters", "2025年上半年完成，2025年一季度末，第三季度末前，下半年前", []string{"D 2025年上半年|2025-01-01..2025-06-30", "D 2025年一季度末|..2025-03-31", "D 第三季度末前|", "D 下半年前|"}},
		{"years in characters", "到二〇三五年，二〇二五年底前", []string{"D 到二〇三五年|..2035-12-31", "D 二〇二五年底前|..2025-12-31"}},
		{"periods", "2024年3月至5月，2023年5月—2024年3月，2024年5月1日至6月15日", []string{"D 2024年3月至5月|2024-03-01..2024-05-31", "D 2023年5月—2024年3月|2023-05-01..2024-03-31", "D 2024年5月1日至6月15日|2024-05-01..2024-06-15"}},
		{"within a year", "2025年内完成，年内开工，今年内建成", []string{"D 2025年内|2025-01-01..2025-12-31", "D 年内|", "D 今年内|"}},
		{"relative years", "今年年底前，明年6月底前，年末前", []string{"D 今年年底前|", "D 明年6月底前|", "D 年末前|"}},
		{"recurring", "每年12月底前，每季度末25日前，每月10日前，每半年", []string{"D 每年12月底前|", "D 每季度末25日前|", "D 每月10日前|", "D 每半年|"}},
		{"rates are not recurring", "每人每月100元", []string{"T 100元|= 100 元"}},
		{"durations", "3个月内、15个工作日内、24小时内、十日之内、3-5年内", []string{"D 3个月内|3个月", "D 15个工作日内|15个工作日", "D 24小时内|24小时", "D 十日之内|10日", "D 3-5年内|3-5年"}},
		{"coming years", "今后五年，新增10家；未来三年内", []string{"D 今后五年|5年", "T 10家|= 10 家", "D 三年内|3年"}},
		{"plans", "“十四五”期间，“十五五”末，十四五时期", []string{"D “十四五”期间|2021-01-01..2025-12-31", "D “十五五”末|..2030-12-31", "D 十四五时期|2021-01-01..2025-12-31"}},
		{"plan's name alone", "“十四五”规划明确，十四五规划", nil},
		{"Republic of China", "民國114年6月底前，民國113年至115年，到民国一百一十五年", []string{"D 民國114年6月底前|..2025-06-30", "D 民國113年至115年|2024-01-01..2026-12-31", "D 到民国一百一十五年|..2026-12-31"}},
		{"blanks in dates", "2023 年12 月\n底前，到 2025\n年底", []string{"D 2023 年12 月\n底前|..2023-12-31", "D 到 2025\n年底|..2025-12-31"}},
		{"no deadlines", "自2023年3月1日起施行；2021年6月5日会议；2012年以来；与2020年相比；2022年，已完成；2023年度；三年行动；3年前；截至2022年底；2021年10月，国务院印发", nil},
		{"no such day", "2023年13月底前，2023年2月30日前", nil},
		{"years in brackets", "行动方案（2021-2023年）", nil},
		{"graduates", "毕业2年内高校毕业生", nil},
		{"empty", "", nil},
		{"invalid bytes", "\xff超过\xff5000\xff人，达到20家\xe5", []string{"T 达到20家|>= 20 家"}},
		{"huge", "超过99999999999999999999人，达到9999999999999999亿元", nil},
	}
	for _, tt := range tests {
		got := []string{}
		for _, f := range find(t, tt.in) {
			got = append(got, summary(f))
		}
		if tt.want == nil {
			tt.want = []string{}
		}
		t.Run(tt.name, func(t *testing.T) {
			require.Equal(t, tt.want, got, tt.in)
		})
	}
}

func TestParseNote(t *testing.T) {
	t.Parallel()
	tests := []struct{ in, want string }{
		{"完成时限：2023年12月底前", "D 2023年12月底前|..2023-12-31"},
		{"时限要求：持续推进", "D 持续推进|"},
		{"时限要求:年底前。", "D 年底前|"},
		{"6月底", "D 6月底|"},
		{"2021/01 ~ 2024/05", "D 2021/01 ~ 2024/05|2021-01-01..2024-05-31"},
		{"承諾事項的起迄時間：2021/1-2024/5", "D 2021/1-2024/5|2021-01-01..2024-05-31"},
		{"2023-12-31", "D 2023-12-31|..2023-12-31"},
		{"2023.6", "D 2023.6|..2023-06-30"},
		{"2023年12月30日", "D 2023年12月30日|..2023-12-30"},
		{"2024年", "D 2024年|..2024-12-31"},
		{"2024年6月", "D 2024年6月|..2024-06-30"},
		{"2023年5月至2024年3月", "D 2023年5月至2024年3月|2023-05-01..2024-03-31"},
		{"2024年1月起", "D 2024年1月起|2024-01-01.."},
		{"到2025年底", "D 到2025年底|..2025-12-31"},
		{"長期堅持", "D 長期堅持|"},
		{"（完成时限：2023 年12 月\n底前）", "D 2023 年12 月\n底前|..2023-12-31"},
		{"印发后20个工作日内", "D 印发后20个工作日内|20个工作日"},
		{"持续推进，2025年底前见效", "D 持续推进，2025年底前见效|..2025-12-31"},
		{"民國113年底", "D 民國113年底|..2024-12-31"},
		{"中華民國113年6月", "D 中華民國113年6月|..2024-06-30"},
		{"113年至115年", "D 113年至115年|2024-01-01..2026-12-31"},
		{"辦理期程：自113年起", "D 自113年起|2024-01-01.."},
		{"113/07/01~116/12/31", "D 113/07/01~116/12/31|2024-07-01..2027-12-31"},
		{"113.12", "D 113.12|..2024-12-31"},
		{"自民國113年1月至民國114年6月", "D 自民國113年1月至民國114年6月|2024-01-01..2025-06-30"},
		{"中華民國一百一十三年底", "D 中華民國一百一十三年底|..2024-12-31"},
		{"100年内", "D 100年内|100年"},
		{"100年之內", "D 100年之內|100年"},
		{"2023/13", "D 2023/13|"},
	}
	for _, tt := range tests {
		d, ok := target.ParseNote(tt.in)
		require.True(t, ok, tt.in)
		require.Equal(t, d.Text, d.Span.Of(tt.in))
		require.Equal(t, tt.want, summary(target.Finding{Deadline: &d}), tt.in)
	}
	for _, blank := range []string{"", "完成时限：", " （）。"} {
		_, ok := target.ParseNote(blank)
		require.False(t, ok, blank)
	}
}

func TestDecimal(t *testing.T) {
	t.Parallel()
	for _, s := range []string{"0", "5", "-13.5", "0.05", "-0.5", "1500000000000", "0.123456789012345678"} {
		var d target.Decimal
		require.NoError(t, d.UnmarshalJSON([]byte(s)))
		require.Equal(t, s, d.String())
		out, err := json.Marshal(d)
		require.NoError(t, err)
		require.Equal(t, s, string(out))
	}
	var d target.Decimal
	require.NoError(t, d.UnmarshalJSON([]byte("5.50")))
	require.Equal(t, target.Decimal{Coefficient: 55, Scale: 1}, d)
	require.InDelta(t, 5.5, d.Float64(), 0)
	_, whole := d.Int64()
	require.False(t, whole)
	for _, bad := range []string{"", "x", "1e5", "1.2.3", "12345678901234567890"} {
		require.Error(t, d.UnmarshalJSON([]byte(bad)), bad)
	}
}

func TestOps(t *testing.T) {
	t.Parallel()
	seen := map[target.Op]bool{}
	for x := range target.Targets("5个，超过5个，至少5个，低于5个，不超过5个，约5个，增加5个") {
		seen[x.Op] = true
	}
	for o := target.InvalidOp; o <= target.Change+1; o++ {
		text, err := o.MarshalText()
		if o == target.InvalidOp || o > target.Change {
			require.Error(t, err)
			require.Equal(t, "invalid", o.String())
			continue
		}
		require.NoError(t, err)
		require.True(t, seen[o], "no case gives %v", o)
		var back target.Op
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, o, back)
	}
	require.Error(t, new(target.Op).UnmarshalText([]byte("invalid")))
}

func TestJSON(t *testing.T) {
	t.Parallel()
	for x := range target.Find("2023年12月底前，增长8.5%以上，年底前，5年内。") {
		var out []byte
		var err error
		if x.Target != nil {
			out, err = json.Marshal(x.Target)
			require.NoError(t, err)
			require.JSONEq(t, `{"span":[21,37],"text":"增长8.5%以上","op":"+","value":8.5,"unit":"%"}`, string(out))
			var back target.Target
			require.NoError(t, json.Unmarshal(out, &back))
			require.Equal(t, *x.Target, back)
			continue
		}
		out, err = json.Marshal(x.Deadline)
		require.NoError(t, err)
		require.NotContains(t, string(out), "0000")
		var back target.Deadline
		require.NoError(t, json.Unmarshal(out, &back))
		require.Equal(t, *x.Deadline, back)
	}
	require.Error(t, new(target.Date).UnmarshalText([]byte("2023-02-30")))
}

func TestSequences(t *testing.T) {
	t.Parallel()
	text := "到2025年，新建12个，2026年底前完成30公里。"
	require.Len(t, slices.Collect(target.Targets(text)), 2)
	require.Len(t, slices.Collect(target.Deadlines(text)), 2)
	seq := target.Find(text)
	require.Equal(t, slices.Collect(seq), slices.Collect(seq))
	for range seq {
		break
	}
	for range target.Targets(text) {
		break
	}
	for range target.Deadlines(text) {
		break
	}
}

// hostile texts make a reader try and fail at each character.
var hostile = []string{
	"1", "1,", "1.", "一", "十", "每", "年", "年底", "2023年", "2023年1月至", "“", "「", "《", "到2025年", "1-", "5%—", "分别达到5%、", "超过", "1\n", "百分之", "翻", "1亿", "三分之", "民国", "5个", "已", "　1", "十四五", "今后1",
}

func TestLinear(t *testing.T) {
	testcase.Timed(t)
	for _, s := range hostile {
		testcase.Linear(t, s, 2000, func(text string) {
			for range target.Find(text) {
			}
		})
	}
}

// FuzzFind states that spans are in order, inside the text, on rune borders of
// valid text, and name what Text says; that days exist and From is not after
// By; and that nothing panics.
func FuzzFind(f *testing.F) {
	for _, s := range hostile {
		f.Add(s + "个以上" + s)
	}
	f.Add("2024年2月29日前，分别达到30%、42%，由1/2提高到三分之二；每年6月底前80至100家，今后五年1亿2000万元。")
	f.Fuzz(func(t *testing.T, text string) {
		for _, x := range find(t, text) {
			_, slice := offsetOf(x)
			if utf8.ValidString(text) && !utf8.ValidString(slice) {
				t.Fatalf("%q splits a rune", slice)
			}
			if d := x.Deadline; d != nil {
				for _, day := range []target.Date{d.From, d.By} {
					var back target.Date
					if back.UnmarshalText([]byte(day.String())) != nil || back != day {
						t.Fatalf("%q: %v", slice, day)
					}
				}
				if !d.From.IsZero() && !d.By.IsZero() && d.From.String() > d.By.String() {
					t.Fatalf("%q: %v to %v", slice, d.From, d.By)
				}
			} else if x.Target.Op == target.InvalidOp {
				t.Fatalf("%q: no operator", slice)
			}
		}
		if d, ok := target.ParseNote(text); ok && d.Span.Of(text) != d.Text {
			t.Fatalf("%q: note %v", text, d)
		}
	})
}

// sparse is running text in which one sentence of ten holds a target.
var sparse = strings.Repeat(strings.Repeat("加快建设具有全球影响力的科技创新中心，推动产业转型升级，提升公共服务水平。", 9)+
	"到2025年，培训从业人员超过5000人次，覆盖率达到95%以上。", 200)

// plain is running text without a target.
var plain = strings.Repeat("加快建设具有全球影响力的科技创新中心，推动产业转型升级，提升公共服务水平。", 2000)

func BenchmarkFind(b *testing.B) {
	for name, text := range map[string]string{"sparse": sparse, "plain": plain} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				for range target.Find(text) {
				}
			}
		})
	}
}
