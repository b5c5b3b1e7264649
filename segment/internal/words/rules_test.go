package words

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
)

// newCutter returns a Cutter with rules and the words of the package.
func newCutter(t *testing.T) *Cutter {
	t.Helper()
	c, err := New(Lists{}, true)
	require.NoError(t, err)
	return c
}

func cut(c *Cutter, text string) []string {
	var words []string
	for span := range c.Words(text) {
		words = append(words, span.Of(text))
	}
	return words
}

// lengths returns how many runes each word has.
func lengths(words []string) []int {
	n := make([]int, len(words))
	for i, w := range words {
		n[i] = utf8.RuneCountInString(w)
	}
	return n
}

// TestNames holds what the rules for names of bodies join and what they do not,
// in both scripts.
func TestNames(t *testing.T) {
	t.Parallel()
	s := newCutter(t)
	hant, err := convert.New(convert.S2T, nil)
	require.NoError(t, err)
	for _, test := range []struct{ in, reason string }{
		{"市发展改革委|和|市财政局|负责", "和 between bodies"},
		{"由|市住房和城乡建设局|牵头", "和 inside a name"},
		{"国家发展改革委|财政部|联合|发文", "two bodies of the country, one behind the other"},
		{"国家开发银行上海分行|发放|贷款", "a branch"},
		{"上海市疾病预防控制中心|发布", "a centre that does what centres do"},
		{"建设|国际|金融|中心", "not a centre of finance"},
		{"发展|中心|城市|功能", "nor one of a city's functions"},
		{"各|市|人民政府|要|落实", "各 counts"},
		{"三|市|联动", "and so does a number"},
		{"2018年|市商务委|推进", "but a year does not"},
		{"该|省|财政厅", "该 does"},
		{"复旦大学|支持|企业", "a name of the list"},
		{"上海外国语大学|培养|人才", "a name by its shape"},
		{"全市|教育|局长|会议", "局 begins another word"},
		{"部署|工作", "署 is part of a word"},
		{"推进|上海|贸易|局面|好转", "局 is part of a word"},
		{"北京市海淀区教委", "places in a row"},
		{"国务院办公厅|转发|商务部|等|部门", "an office of a body"},
		{"教育|部门", "部门 is no ministry"},
		{"上海海关学院", "an institution of an institution"},
		{"浦东新区政府发展研究室", "a body of a government"},
		{"与|市政府|部门|对接", "a government and its departments"},
		{"总部|经济", "an end with no name before it"},
		{"市国资委|、|市科委", "a list of bodies"},
		{"长三角一体化示范区执行委员会|批准", "a region of several provinces"},
		{"中国出口信用保险公司上海分公司|承保", "a branch of a company by its shape"},
		{"张江高新区管委会", "a zone that is no division"},
		{"支持|企业|委员会", "a barrier: 企业 is in no name"},
		{"西安市浐灞生态区管委会|批准", "a region of no list, behind its place"},
		{"陕西省|浐灞新区", "a region alone is its own name, without the place before it"},
		{"国家自然科学基金委员会|资助", "a name of the list and 委员会"},
		{"上海市中小企业服务中心", "a centre of a city"},
	} {
		t.Run(test.in, func(t *testing.T) {
			t.Parallel()
			in := strings.ReplaceAll(test.in, "|", "")
			require.Equal(t, test.in, strings.Join(cut(s, in), "|"), test.reason)
			require.Equal(t, lengths(strings.Split(test.in, "|")), lengths(cut(s, hant.String(in))), test.reason)
		})
	}
}

func TestNumbers(t *testing.T) {
	t.Parallel()
	s := newCutter(t)
	for _, test := range []struct{ want, reason string }{
		{"三百万千瓦", "千 belongs to the unit here too"},
		{"八百|元", "a unit of one character is a word behind Chinese numerals"},
		{"3～5|年", "a stretch of years is counted, a year is not"},
		{"2017—2020年", "from year to year"},
		{"5%-8%", "from percentage to percentage"},
		{"10:30|到|11:00", "the time of day"},
		{"1/3|以上", "a fraction"},
		{"百分之3.5", "percent in Chinese with digits"},
		{"几十|家", "some tens"},
		{"1000|多|家", "多 is a word"},
		{"100km", "letters behind digits"},
		{"1.2.3|版", "a version"},
		{"a@b.cn", "an address for mail"},
		{"二〇二〇年|三月", "a date in Chinese"},
		{"第二十二|条|第三|款", "numbered parts of a text"},
		{"第12|批", "in digits too"},
		{"第一|批", "第 makes one numeral a number"},
		{"https://a.cn/?x=1|)", "an address, without the bracket behind it"},
		{"R&D|与|node.js", "joints within words of letters"},
		{"API|.", "a stop at a word's end is none of it"},
		{"1|,|23|,|45", "a comma that sets no thousands apart"},
	} {
		t.Run(test.want, func(t *testing.T) {
			t.Parallel()
			in := strings.ReplaceAll(test.want, "|", "")
			require.Equal(t, test.want, strings.Join(cut(s, in), "|"), test.reason)
		})
	}
}
