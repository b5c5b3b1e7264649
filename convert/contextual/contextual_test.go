package contextual_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
	"github.com/qiaotoubao/fangan/convert/contextual"
	"github.com/qiaotoubao/fangan/internal/testcase"
)

// converters returns OpenCC's converter for a scheme, and the contextual one.
func converters(t testing.TB, s convert.Scheme) (plain, context *convert.Converter) {
	t.Helper()
	plain, err := convert.New(s, nil)
	require.NoError(t, err)
	context, err = convert.New(s, &convert.Options{Borders: contextual.New()})
	require.NoError(t, err)
	return plain, context
}

// sentences have phrases that only words rule out. The first ten are of the kinds
// that users of OpenCC report, the others are of other kinds.
var sentences = []struct {
	in, want string
	got      string // what the contextual converter gives, where it is wrong
}{
	{in: "电话是十九世纪被发明的", want: "電話是十九世紀被發明的"},
	{in: "这种材料是在实验室被发现的", want: "這種材料是在實驗室被發現的"},
	{in: "本章展示了如何写测试", want: "本章展示了如何寫測試"},
	{in: "文章解释了如何申请补贴", want: "文章解釋了如何申請補貼"},
	{in: "他向粉丝发送了一封公开信", want: "他向粉絲發送了一封公開信"},
	{in: "系统会向粉丝发放红包", want: "系統會向粉絲發放紅包"},
	{in: "资金短缺严重制约企业发展", want: "資金短缺嚴重制約企業發展"},
	{in: "人才不足严重制约了产业升级", want: "人才不足嚴重制約了產業升級"},
	{in: "他剪下了一个电影片段", want: "他剪下了一個電影片段"},
	{in: "网上流传一段电影片段", want: "網上流傳一段電影片段"},

	{in: "政策出台面向小微企业", want: "政策出臺面向小微企業"},
	{in: "各单位要按规定制定细则", want: "各單位要按規定制定細則"},
	{in: "鼓励投资人参与项目建设", want: "鼓勵投資人參與項目建設"},
	{in: "要兜住兜好困难家庭的底线", want: "要兜住兜好困難家庭的底線"},
	{in: "这只基金发展得很快", want: "這隻基金發展得很快"},
	{in: "今年要更加注重实效", want: "今年要更加注重實效"},
	{in: "请更多采纳群众的意见", want: "請更多採納羣衆的意見"},
	{in: "村落保护发展规划已经公布", want: "村落保護發展規劃已經公佈"},
	{in: "转化运用并产生良好效益", want: "轉化運用並產生良好效益"},
	{in: "涉外制度要公开透明", want: "涉外制度要公開透明"},
	{in: "严格控制造价", want: "嚴格控制造價"},
	{in: "博物馆每周一只能预约参观", want: "博物館每週一只能預約參觀", got: "博物館每週一隻能預約參觀"},
}

func TestSentences(t *testing.T) {
	t.Parallel()
	plain, context := converters(t, convert.S2T)
	right, plainRight := 0, 0
	for _, tt := range sentences {
		want := tt.want
		if tt.got != "" {
			want = tt.got
		}
		require.Equal(t, want, context.String(tt.in))
		if tt.got == "" {
			right++
		}
		if plain.String(tt.in) == tt.want {
			plainRight++
		}
	}
	require.Equal(t, []int{21, 5}, []int{right, plainRight}, "right of %d, by words and by OpenCC", len(sentences))
}

// Words that a phrase of a later step must not cross, and both directions.
func TestSchemes(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		scheme   convert.Scheme
		in, want string
		reason   string
	}{
		{convert.S2TWP, "测量会改变量子比特的状态", "測量會改變量子位元的狀態", "變量, a word of Taiwan's list, crosses a border"},
		{convert.S2TWP, "用户可以向粉丝发送消息", "使用者可以向粉絲傳送訊息", "發送 is found once 絲髮 is not"},
		{convert.S2TWP, "这是低级别产品", "這是低級別產品", "級別 keeps 低級 apart"},
		{convert.S2TWP, "分区域公开发布信息", "分區域公開釋出資訊", "分割槽 is a partition of a disk"},
		{convert.S2TW, "机构进一步出台面向农村的政策", "機構進一步出臺面向農村的政策", "檯面 is the top of a table"},
		{convert.S2HK, "投资人参与项目", "投資人參與項目", "人參 is a root"},
		{convert.T2S, "她住在乾安縣，愛吃餅乾", "她住在乾安县，爱吃饼干", "no word overlaps 乾安縣"},
		{convert.T2S, "乾隆年間的乾坤大挪移", "乾隆年间的乾坤大挪移", "phrases stay"},
		{convert.TW2SP, "藉由資訊科技發展", "借由信息技术发展", "phrases stay"},
	} {
		plain, context := converters(t, tt.scheme)
		require.Equal(t, tt.want, context.String(tt.in), "%v %s, OpenCC: %s", tt.scheme, tt.reason, plain.String(tt.in))
	}
}

// What OpenCC has right stays: its phrases are words here, or longer than words.
func TestUnchanged(t *testing.T) {
	t.Parallel()
	plain, context := converters(t, convert.S2T)
	for _, in := range []string{
		"", "a", "发", "皇后的头发", "他了如指掌", "不了了之", "这件事一目了然", "千钧一发", "怒发冲冠", "白发苍苍的老人", "面粉和面条", "台风过后",
		"干燥的天气不利于干部下乡", "钟表店里的表盘", "只要有一只鸟", "谷物与山谷", "系统联系着关系", "后天以后", "周末在周先生家", "几出戏",
		"里程碑式的工程在公里外", "复习复杂的重复内容", "冲锋与冲突", "征收征文", "准许准确", "松树下很轻松", "丑时的小丑很丑", "理发师发现头发少了",
		"发展改革委、商务部（牵头）", "这个方案才是正确的", "部分公司准备上市", "山谷里的谷物", "村里的人", "体系统一管理", "他只好困在家里", "用头发展示艺术",
	} {
		require.Equal(t, plain.String(in), context.String(in))
	}
}

// The word borders change none of OpenCC's own expectations. One that they come
// to change is listed here, with what they make of it.
func TestChangedExpectations(t *testing.T) {
	t.Parallel()
	var data struct {
		Cases []struct {
			ID, Input string
			Expected  map[convert.Scheme]string
		}
	}
	testcase.Conform(t, "opencc-testcases.json", &data)
	changed := map[string]string{}
	total := 0
	for _, tt := range data.Cases {
		for scheme, want := range tt.Expected {
			_, context := converters(t, scheme)
			if got := context.String(tt.Input); got != want {
				changed[scheme.String()+" "+tt.Input] = want + " → " + got
			}
			total++
		}
	}
	require.Equal(t, 543, total)
	require.Equal(t, map[string]string{}, changed)
}

func TestRightByTheLanguage(t *testing.T) {
	t.Parallel()
	var data []struct {
		Config           convert.Scheme
		Input, Want, Why string
	}
	testcase.Conform(t, "convert-cases.json", &data)
	for _, tt := range data {
		c, err := convert.New(tt.Config, &convert.Options{
			Borders: contextual.New(),
			NoRare:  strings.Contains(tt.Why, "with the tofu-risk dictionary off"),
		})
		require.NoError(t, err)
		require.Equal(t, tt.Want, c.String(tt.Input), tt.Why)
	}
}

func TestCut(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, in, want, reason string }{
		{"right", "被发明", "被|发明", "发明 begins inside the phrase 被发"},
		{"both", "向粉丝发送", "向粉丝|发送", "丝发 is overlapped from both sides"},
		{"traditional", "被發明", "被|發明", "text is folded for the look-up"},
		{"none", "头发很长", "头发很长", "the phrase is a word"},
		{"longer phrase", "他了如指掌", "他了如指掌", "了如 is inside a phrase that decides"},
		{"separated", "被，发明", "被，发明", "phrases end at punctuation"},
		{"several", "被发明，展示了如何", "被|发明，展示了|如何", "in order"},
		{"broken", "\xE8\xA2被发明\xFF", "\xE8\xA2被|发明\xFF", "bytes that are no UTF-8 separate"},
		{"surrogate", "\xED\xA0\x80被发明", "\xED\xA0\x80被|发明", "so do surrogates"},
		{"empty", "", "", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, tt.want, marked(tt.in, contextual.New().Cut(nil, tt.in)), tt.reason)
		})
	}
}

// marked shows borders as bars.
func marked(text string, borders []int) string {
	var b strings.Builder
	last := 0
	for _, border := range borders {
		b.WriteString(text[last:border] + "|")
		last = border
	}
	return b.String() + text[last:]
}

func TestCutAppends(t *testing.T) {
	t.Parallel()
	require.Equal(t, []int{7, 1, 3}, contextual.New().Cut([]int{7, 1}, "被发明"), "what dst had stays")
}

// Speed on long text must not depend on where its sequences end.
func TestCutLongRun(t *testing.T) {
	t.Parallel()
	run := strings.Repeat("电话被发明", 500)
	borders := contextual.New().Cut(nil, run)
	require.Len(t, borders, 500)
	for i, border := range borders {
		require.Equal(t, 15*i+9, border)
	}
}

func TestCutAllocations(t *testing.T) {
	if testcase.Race {
		t.Skip("pools drop values at random under the race detector")
	}
	text := strings.Repeat("电话被发明了，向粉丝发送消息。", 50)
	b, dst := contextual.New(), make([]int, 0, 1000)
	require.Less(t, testing.AllocsPerRun(20, func() { dst = b.Cut(dst[:0], text) }), 1.0)
	require.Len(t, dst, 150, "发明|了 is one too, as 明了 is a phrase")
}

func FuzzCut(f *testing.F) {
	for _, tt := range sentences {
		f.Add(tt.in, tt.want)
	}
	f.Add("\xE8\xA2被发明\xFF", "了如\xE5")
	b := contextual.New()
	f.Fuzz(func(t *testing.T, left, right string) {
		borders := b.Cut(nil, left)
		require.True(t, slices.IsSorted(borders))
		for i, border := range borders {
			require.True(t, border > 0 && border < len(left) && (i == 0 || border > borders[i-1]), "inside, once")
			require.True(t, utf8.RuneStart(left[border]), "on a rune border")
		}
		for _, border := range b.Cut(nil, right) {
			borders = append(borders, len(left)+1+border)
		}
		require.Equal(t, borders, b.Cut(nil, left+"\n"+right), "what is no ideograph separates")
	})
}

func BenchmarkConverter(b *testing.B) {
	var text strings.Builder
	for _, tt := range sentences {
		text.WriteString("把服务国家“一带一路”建设作为上海继续当好改革开放排头兵、创新发展先行者的新载体，服务长三角和长江流域，")
		text.WriteString(tt.in + "。")
	}
	src := []byte(text.String())
	for _, scheme := range []convert.Scheme{convert.S2T, convert.S2TWP, convert.T2S} {
		plain, context := converters(b, scheme)
		for name, c := range map[string]*convert.Converter{"plain": plain, "contextual": context} {
			b.Run(scheme.String()+"/"+name, func(b *testing.B) {
				b.SetBytes(int64(len(src)))
				b.ReportAllocs()
				var dst []byte
				for b.Loop() {
					dst = c.Append(dst[:0], src)
				}
			})
		}
	}
}
