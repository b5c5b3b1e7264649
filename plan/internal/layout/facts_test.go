package layout

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan/internal/runes"
)

func TestKeyRunes(t *testing.T) {
	t.Parallel()
	for i, key := range factKeys {
		require.True(t, strings.ContainsRune(keyRunes, []rune(key.word)[0]), key.word)
		for _, before := range factKeys[:i] {
			require.NotEqual(t, before.word, key.word, "a key stands twice")
		}
	}
}

func TestPairs(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ in, want, reason string }{
		{"发布日期：2025-05-27", "5:2025-05-27", ""},
		{"**发布机构**: 市科委", "4:市科委", "marks of Markdown"},
		{"文　　号：云政发〔2025〕4号", "3:云政发〔2025〕4号", "keys are set wide"},
		{"索 引 号: 000014349/2017-00110 主題分類: 綜合政務", "1:000014349/2017-00110 1:綜合政務", "two in one line"},
		{"来源：市府办 发布时间：2025-05-27 10:22 浏览次数：", "1:市府办 5:2025-05-27 10:22 1:", "a clock has a colon too"},
		{"2025-05-27 10:22 来源：本站", "5:2025-05-27 10:22 1:本站", "the day has no key"},
		{"【来源】本站", "1:本站", ""},
		{"发文机关负责解释", "", "no colon, no key"},
	} {
		text := runes.Fold(tt.in)
		var got []string
		for _, x := range Pairs(text, 0, text.Len()) {
			got = append(got, fmt.Sprintf("%d:%s", x.Fact, text.Slice(x.Value.Start, x.Value.End)))
		}
		require.Equal(t, tt.want, strings.Join(got, " "), "%s: %s", tt.in, tt.reason)
	}
}

// TestPageLines tells what pages put around a document from its text.
func TestPageLines(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		in   string
		meta bool
	}{
		{"您的位置：首页>政务公开", true},
		{"目前位置：首頁 » 施政計畫", true},
		{"首页 > 政务公开 > 政策文件", true},
		{"首页建设要简洁", false},
		{"字号：[大 中 小] 打印 关闭", true},
		{"【打印】【关闭】", true},
		{"字級：小 中 大 友善列印", true},
		{"首页 政务公开 办事服务", true},
		{"政策文件", true},
		{"政策文件清理", false},
		{"大", false},
		{"大中小企业", false},
		{"分享到：", true},
		{"索引号：33/2025-1", true},
		{"主頁 > 政策", true},
		{"抄送：市委各部门", true},
		{"云溪市人民政府办公室　2025年3月21日印发", true},
		{"方案于2025年3月21日印发", false},
		{"来源广泛", false},
	} {
		page := Read(runes.Fold(tt.in + "\n\n一、任务\n"))
		require.Equal(t, tt.meta, page.Blocks[0].Kind == Meta, tt.in)
	}
}

// TestControlsInText holds that the end of a wrapped paragraph is none.
func TestControlsInText(t *testing.T) {
	t.Parallel()
	text := "一、任务\n" + strings.Repeat("推动各类企业健康发展，优化营商环境，完善配套措施，支持大企业与\n中小\n企业融通发展，严格执行有关\n政策。\n", 10) + "【打印】【关闭】\n"
	blocks := Read(runes.Fold(text)).Blocks
	for _, b := range blocks[:len(blocks)-1] {
		require.Equal(t, Prose, b.Kind)
	}
	require.Equal(t, Meta, blocks[len(blocks)-1].Kind)
}

// TestFooter holds that what stands under a page is no text of the document, and
// that words of footers in a document are.
func TestFooter(t *testing.T) {
	t.Parallel()
	kinds := func(text string) string {
		var s []string
		for _, b := range Read(runes.Fold(text)).Blocks {
			s = append(s, fmt.Sprint(int(b.Kind)))
		}
		return strings.Join(s, "")
	}
	require.Equal(t, "0111", kinds("一、建设平台。\n主办单位：云溪市人民政府办公室\n网站标识码：3300000001\n浙ICP备12345678号\n"))
	require.Equal(t, "011", kinds("一、建设平台。\n版权所有：云溪市人民政府\n地址：云溪市中山路1号\n"))
	require.Equal(t, "0111", kinds("一、建设平台。\n相关链接：\n1. 云溪市数字服务行动方案\n一图读懂\n"))
	require.Equal(t, "000", kinds("一、建设平台。\n相关政策\n完善配套措施。\n"), "a sentence stands under it")
	require.Equal(t, "01", kinds("一、建设平台。\n主办：云溪市人民政府办公室　承办：云溪市数据局\n"))
	require.Equal(t, "07", kinds("一、举办展会。\n主办单位：市文化和旅游局；承办单位：市体育局\n"), "a note of two roles")
	require.Equal(t, "07", kinds("一、建设平台。\n主办单位：市文化和旅游局\n"), "without a footer it is a note")
	require.Equal(t, "000", kinds("一、网站标识码\n加强管理。\n二、保障\n"), "a unit stands under it")
}
