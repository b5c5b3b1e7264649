package segment

import (
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// newSegmenter returns a Segmenter that must not fail.
func newSegmenter(t testing.TB, o *Options) *Segmenter {
	t.Helper()
	s, err := New(o)
	require.NoError(t, err)
	return s
}

// cut returns the words of text, and checks the laws on the way.
func cut(t testing.TB, s *Segmenter, text string) []string {
	t.Helper()
	var words []string
	end := 0
	for w := range s.Words(text) {
		require.Equal(t, end, w.Span.Start, "words follow each other")
		require.Less(t, end, w.Span.End, "no word is empty")
		require.Equal(t, w.Span.Of(text), w.Text, "a span is its word")
		end = w.Span.End
		words = append(words, w.Text)
	}
	require.Equal(t, text, strings.Join(words, ""), "words are the text")
	return words
}

func TestWords(t *testing.T) {
	t.Parallel()
	s := newSegmenter(t, nil)
	for _, test := range []struct {
		name, in, want string // want has | between words
		reason         string
	}{
		{"empty", "", "", "no word at all"},
		{"letters as written", "G60走廊接入API Hub", "G60|走廊|接入|API| |Hub", "case and blanks are the text's"},
		{"blanks", "编号  12，附　页", "编号|  |12|，|附|　|页", "two blanks and a wide one stay"},
		{"date", "2018年3月15日前", "2018年|3月|15日|前", "year, month and day are words"},
		{"year's end", "到2018年底", "到|2018年|底", "the year is whole"},
		{"of a year", "2018年度计划", "2018|年度|计划", "年 belongs to 年度"},
		{"range of years", "2017-2020年", "2017-2020年", "one span of time"},
		{"year in Chinese", "二〇一八年", "二〇一八年", "four numerals and 年"},
		{"thousands", "补贴23,876人，占23.4%", "补贴|23,876|人|，|占|23.4%", "a comma inside a number, a percentage"},
		{"list of numbers", "1,2,3", "1|,|2|,|3", "no thousands"},
		{"measure", "培训5000人次", "培训|5000人次", "a unit of measure makes one word with its number"},
		{"counted", "新增20家", "新增|20|家", "a word that counts does not"},
		{"counted in Chinese", "有效期五年", "有效期|五|年", "nor in Chinese"},
		{"percent in Chinese", "增长百分之二十", "增长|百分之二十", "one number"},
		{"fraction", "压减三分之一以上", "压减|三分之一|以上", "one number"},
		{"ordinal", "第十二届", "第十二|届", "第 makes one word with its number"},
		{"letters and digits", "5G网络与COVID-19", "5G|网络|与|COVID-19", "joints stay inside"},
		{"full width", "Ｇ６０科创", "Ｇ６０|科创", "as in half width"},
		{"address", "见https://www.example.cn/a?b=1。", "见|https://www.example.cn/a?b=1|。", "an address is one word"},
		{"emoji", "👩‍💻好", "👩‍💻|好", "joined signs stay together"},
		{"marks", "e\u0301t", "e\u0301t", "a mark belongs to its letter"},
		{"dashes", "——到……", "——|到|……", "a sign that is repeated"},
		{"line breaks", "甲\r\n\n乙", "甲|\r\n|\n|乙", "each line break is a word"},
		{"invalid bytes", "口岸\xff\xfe港", "口岸|\xff|\xfe|港", "each byte is a word"},
		{"GBK", "\xb9\xa4\xd0\xc5口岸", "\xb9|\xa4|\xd0|\xc5|口岸", "text that is no UTF-8"},
		{"commission", "市商务委会同上海海关", "市商务委|会同|上海海关", "委会 is no word here"},
		{"region of no list", "西安市浐灞生态区管委会批准", "西安市浐灞生态区管委会|批准", "its place stands before it"},
		{"region", "广州市南沙区法院", "广州市南沙区法院", "市南 and 沙区 are words, but not here"},
		{"new area", "陕西省浐灞新区秦汉新城管委会", "陕西省浐灞新区秦汉新城管委会", "unknown characters between a place and a level"},
		{"bank", "向上海银行贷款", "向|上海银行|贷款", "a bank of a place"},
		{"between banks", "银行间市场", "银行间|市场", "is no bank"},
		{"foundation's committee", "国家自然科学基金委员会资助", "国家自然科学基金委员会|资助", "a name of the list and 委员会"},
		{"multinational", "跨国公司总部落户", "跨国公司|总部|落户", "a kind of company is none"},
		{"kilowatt", "新增200万千瓦", "新增|200万千瓦", "千 belongs to the unit"},
		{"kind of a university", "昆明理工大学招生", "昆明理工大学|招生", "理工大学 is in the list"},
		{"Traditional", "國家發展改革委支持廣東", "國家發展改革委|支持|廣東", "looked up folded"},
		{"Taiwan's forms", "說明群眾裡面為何著急", "說明|群眾|裡面|為何|著急", "說 裡 著 are 说 里 着"},
		{"each district", "各区政府", "各|区|政府", "各 counts, so 区 begins no name"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, test.want, strings.Join(cut(t, s, test.in), "|"), test.reason)
		})
	}
}

func TestWordsStop(t *testing.T) {
	t.Parallel()
	s := newSegmenter(t, nil)
	for w := range s.Words("上海要努力成为桥头堡。") {
		require.Equal(t, "上海", w.Text)
		break
	}
	require.Equal(t, []string{"桥头堡"}, cut(t, s, "桥头堡"))
}

// TestWordsConcurrent runs many goroutines from the first call on: each makes a
// Segmenter of its own and shares one with all others.
func TestWordsConcurrent(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("市商務委會同上海海關建立2018年跨境電子商務監管服務平台。", 20)
	join := func(s *Segmenter) string {
		var words []string
		for w := range s.Words(text) {
			words = append(words, w.Text)
		}
		for token := range s.Search(text) {
			words = append(words, token.Text)
		}
		return strings.Join(words, "|")
	}
	shared := sync.OnceValues(func() (*Segmenter, error) { return New(nil) })
	var all sync.WaitGroup
	got := make([][2]string, 64)
	for i := range got {
		all.Go(func() {
			own, err := New(nil)
			if err != nil {
				t.Error(err)
				return
			}
			s, _ := shared()
			got[i] = [2]string{join(own), join(s)}
		})
	}
	all.Wait()
	want := join(newSegmenter(t, nil))
	for _, words := range got {
		require.Equal(t, [2]string{want, want}, words)
	}
}
