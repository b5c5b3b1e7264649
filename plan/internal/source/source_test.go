package source_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/offset"
	"github.com/qiaotoubao/fangan/plan/internal/source"
)

const page = `<!DOCTYPE html>
<html><head><title>门户</title><style>p{color:red}</style></head>
<body>
<div class="nav"><a href="/">首页</a> <a href="/zw">政务公开</a></div>
<div class="article-title">云溪市人才行动方案</div>
<div class="content"><!-- 正文 -->
<p>　　为集聚人才，制定本方案。</p>
<p><strong>一、</strong>主要任务</p>
<p>（一）引进人才。引进300名以上&ldquo;高层次&rdquo;人才&nbsp;。<br/>（责任单位：市人才局）</p>
<table><tr><td>序号</td><td>任务</td></tr><tr><td>1</td><td>建设<p>基地</p></td></tr></table>
<script>var x = "<p>不是正文</p>";</script>
</div>
<div class="footer">主办单位：云溪市人民政府办公室 &copy; 2025 <a href="#">网站地图</a></div>
</body></html>`

func TestHTML(t *testing.T) {
	t.Parallel()
	text, edits := source.HTML(page)
	require.Equal(t, "云溪市人才行动方案\n　　为集聚人才，制定本方案。\n一、主要任务\n（一）引进人才。引进300名以上“高层次”人才\u00a0。\n（责任单位：市人才局）\n"+
		"| 序号 | 任务 |\n| 1 | 建设<br>基地 |\n", text)
	at := strings.Index(text, "市人才局")
	back := edits.ToBefore(offset.Span{Start: at, End: at + len("市人才局")})
	require.Equal(t, "市人才局", back.Of(page))
	at = strings.Index(text, "“")
	require.Equal(t, "&ldquo;", edits.ToBefore(offset.Span{Start: at, End: at + len("“")}).Of(page))
}

func TestHTMLForms(t *testing.T) {
	t.Parallel()
	tests := []struct{ name, in, want, reason string }{
		{"layout table", "<table><tr><td><p>一、甲</p><p>二、乙</p></td></tr></table>", "一、甲\n二、乙\n", "a table of one cell is the page's layout"},
		{
			"rows merged", "<table><tr><td rowspan=2>甲</td><td>乙</td><td rowspan='3'>丙</td></tr><tr><td>丁</td></tr><tr><td>戊</td><td>己</td></tr></table>",
			"| 甲 | 乙 | 丙 |\n| ^^ | 丁 | ^^ |\n| 戊 | 己 | ^^ |\n", "a cell stands in each row that it reaches",
		},
		{
			"columns merged", "<table><tr><th>甲</th><th colspan=\"2\" rowspan=2>乙</th></tr><tr><td>丙</td></tr><tr><td colspan=3>丁</td></tr></table>",
			"| 甲 | 乙 | |\n| 丙 | ^^ | ^^ |\n| 丁 | | |\n", "each row has all columns",
		},
		{
			"lines in cells", "<table><tr><td>甲<br>乙<br>丙</td><td><p>任务</p><p> </p><p>举措</p></td></tr><tr><td>1</td><td>任<b>务</b>二</td></tr></table>",
			"| 甲乙丙 | 任务<br>举措 |\n| 1 | 任务二 |\n", "a word may be set downwards",
		},
		{"wild spans", "<table><tr><td colspan=999999 rowspan=0>甲<td>乙<tr><td>丙<td rowspan=x>丁</table>", "| 甲 " + strings.Repeat("| ", 63) + "| 乙 |\n| 丙 | 丁 |\n", "no page asks for a large table"},
		{
			"page in a table", "<table><tr><td colspan=2>方案</td></tr><tr><td colspan=2><p>一、甲</p><p>二、乙</p></td></tr></table>", "一、甲\n二、乙\n",
			"a cell over all columns is no row of data",
		},
		{
			"document in a cell", "<table><tr><td>导航</td><td>方案</td></tr><tr><td>栏目</td><td>" + strings.Repeat("<p>一、甲</p>", 40) + "</td></tr></table>",
			strings.Repeat("一、甲\n", 40), "no cell of data holds a document",
		},
		{"not shown", `<p style="display: none">甲</p><p>乙<span style='DISPLAY:NONE'>丙</span>丁</p><div style="display:none">戊</div><p style="display:none">己<p>庚`, "乙丁\n戊\n己\n庚", "scripts may show what is large; nothing ends the last one"},
		{"marks of notes", `<p>平台<sup>[1]</sup>占地100m<sup>2</sup><a href="#_ftn2" name="_ftnref2"><span>②</span></a>。</p><p><a href="#_ftnref1">[1]</a>指<a href="#top">[3]</a></p>`, "平台占地100m2。\n[1]指[3]\n", "they cut no sentence"},
		{
			"lists", `<ol><li>甲<ol style="list-style-type: cjk-ideographic;" start=3><li><p>乙</p></li><li>丙</li></ol></li><li><b>2、</b>丁</li><li>（三）戊</li></ol><ul><li>己</li></ul><ol style="list-style:none"><li>庚</li></ol>`,
			"1. 甲\n三、乙\n四、丙\n2、丁\n（三）戊\n己\n庚\n", "as they are shown, once",
		},
		{"notes at the foot", `<p>平台<a href='#_ftn1' name='_ftnref1'>[1]</a>建成。</p><div><hr><div id='ftn1'><p><a href='#_ftnref1'>[1]</a>指甲。</p></div></div><div id="ftnbox">乙</div>`, "平台建成。\n乙\n", ""},
		{"deleted and readings", "<p>甲<del>乙</del><ruby>僮<rp>(</rp><rt>zhuang</rt><rp>)</rp></ruby>", "甲僮", ""},
		{
			"table in a cell", "<table><tr><td>任务</td><td>单位</td></tr><tr><td>建设</td><td>由<table><tr><td>市科委</td></tr><tr><td>市教委</td></tr></table></td></tr><tr><td>整合</td><td>市财政局</td></tr></table>",
			"| 任务 | 单位 |\n| 建设 | 由市科委<br>市教委 |\n| 整合 | 市财政局 |\n", "one that only sets the lines of the cell",
		},
		{
			"tables in a page's columns", "<table><tr><td>栏目</td><td><table><tr><td>任务</td><td>单位</td></tr><tr><td>建设</td><td>市科委</td></tr></table></td></tr><tr><td>说明</td><td>另有附件三份</td></tr></table>",
			"栏目\n| 任务 | 单位 |\n| 建设 | 市科委 |\n说明\n另有附件三份\n", "a table of data lies in no cell of data",
		},
		{"table alone", "<body><table><tbody><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></tbody></table></body>", "| 甲 | 乙 |\n| 丙 | 丁 |\n", "rows are not looked into"},
		{"unclosed", "<p>甲<p>乙<b>丙", "甲\n乙丙", "paragraphs need no end"},
		{"less-than", "<p>增幅 < 5% 且 a<b", "增幅 < 5% 且 a", "a bare < is text"},
		{"entities", "<p>A&amp;B &#x5e02;&#24066; &unknown; R&D", "A&B 市市 &unknown; R&D", ""},
		{"blanks", "<p>甲\n  乙</p>", "甲乙\n", "a line break between Chinese characters is none"},
	}
	for _, tt := range tests {
		got, _ := source.HTML(tt.in)
		require.Equal(t, tt.want, got, "%s: %s", tt.name, tt.reason)
	}
}

// TestHTMLFacts holds that the facts before the main part are taken with it, the
// innermost element alone, and menus are not.
func TestHTMLFacts(t *testing.T) {
	t.Parallel()
	text := strings.Repeat("完善服务机制，提升工作水平。", 20)
	page := `<body><div><div><a href="/">文号查询</a> 发布日期排序</div></div><div class="box"><div>打印</div><ul><li>发文字号：<b>云政发〔2025〕4号</b></li><li>成文日期：2025年3月21日</li></ul></div>` +
		`<div id="c"><p>` + text + `</p></div></body>`
	dated, _ := source.HTML(`<body><ul><li><a>要闻</a> 2025-03-01</li><li><a>动态</a> 2025-03-02</li></ul><div class="date">2025-03-29 10:22 <span>来源：市府办</span></div><div id="c"><p>` + text + `</p></div></body>`)
	require.Equal(t, "2025-03-29 10:22 来源：市府办\n"+text+"\n", dated, "a list of news has days too")
	got, _ := source.HTML(page)
	require.Equal(t, "发文字号：云政发〔2025〕4号\n成文日期：2025年3月21日\n"+text+"\n", got)
}

func TestIsHTML(t *testing.T) {
	t.Parallel()
	for _, s := range []string{page, "\ufeff  <HTML>", "<p>x", "<h1>x", "<h2 class='t'>x", "<span>x", "<?xml version=\"1.0\"?><html>", "<!-- x --><html>"} {
		require.True(t, source.IsHTML(s), s)
	}
	for _, s := range []string{"", "一、总体要求", "# 标题", "《方案》<试行>"} {
		require.False(t, source.IsHTML(s), s)
	}
}

func FuzzHTML(f *testing.F) {
	f.Add(page)
	f.Add("<div><div><div>" + strings.Repeat("<table>", 50) + "</p></div>")
	f.Add("<a href='><p>x&#;&amp")
	f.Fuzz(func(t *testing.T, in string) {
		text, edits := source.HTML(in)
		if utf8.ValidString(in) {
			require.True(t, utf8.ValidString(text))
		}
		whole := edits.ToBefore(offset.Span{End: len(text)})
		require.LessOrEqual(t, whole.End, len(in))
	})
}

func document(t *testing.T, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for name, text := range parts {
		f, err := w.Create(name)
		require.NoError(t, err)
		_, err = f.Write([]byte(text))
		require.NoError(t, err)
	}
	require.NoError(t, w.Close())
	return b.Bytes()
}

const ns = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`

func TestDOCX(t *testing.T) {
	t.Parallel()
	numbered := func(level, text string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>` + text + `</w:t></w:r></w:p>`
	}
	data := document(t, map[string]string{
		"word/document.xml": `<w:document` + ns + `><w:body><w:p><w:r><w:t>云溪市</w:t></w:r><w:r><w:t xml:space="preserve">方案</w:t></w:r></w:p>` +
			numbered("0", "任务") + numbered("1", "引进人才。") + numbered("1", "培养人才。") + numbered("0", "保障") + numbered("1", "加强领导。") +
			`<w:p><w:del><w:r><w:t>删去</w:t></w:r></w:del><w:r><w:t>留下</w:t></w:r></w:p>` +
			`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>基地</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`,
		"word/numbering.xml": `<w:numbering` + ns + `><w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>` +
			`<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>`,
	})
	require.True(t, source.IsDOCX(data))
	text, err := source.DOCX(data)
	require.NoError(t, err)
	require.Equal(t, "云溪市方案\n一、任务\n（一）引进人才。\n（二）培养人才。\n二、保障\n（一）加强领导。\n留下\n| 1 | 基地 |\n", text)
}

// TestDOCXTables holds that merged cells leave the others in their columns, and
// that a table in a cell is text of the cell.
func TestDOCXTables(t *testing.T) {
	t.Parallel()
	cell := func(props, text string) string {
		return `<w:tc><w:tcPr>` + props + `</w:tcPr><w:p><w:r><w:t>` + text + `</w:t></w:r></w:p></w:tc>`
	}
	row := func(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }
	inner := `<w:tc><w:tbl>` + row(cell("", "子"), cell("", "丑")) + `</w:tbl><w:p/></w:tc>`
	data := document(t, map[string]string{"word/document.xml": `<w:document` + ns + `><w:body><w:tbl>` +
		row(cell(`<w:vMerge w:val="restart"/>`, "甲"), cell(`<w:gridSpan w:val="2"/>`, "乙"), cell("", "丙")) +
		row(cell(`<w:vMerge/>`, ""), cell("", "丁"), cell("", "戊"), cell(`<w:vMerge w:val="continue"/>`, "")) +
		`<w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr>` + cell("", "己") + inner + `</w:tr></w:tbl></w:body></w:document>`})
	text, err := source.DOCX(data)
	require.NoError(t, err)
	require.Equal(t, "| 甲 | 乙 |  | 丙 |\n| ^^ | 丁 | 戊 | ^^ |\n|  |  | 己 | 子丑 |\n", text)
}

func TestDOCXErrors(t *testing.T) {
	t.Parallel()
	_, err := source.DOCX([]byte("PK\x03\x04 damaged"))
	require.Error(t, err)
	_, err = source.DOCX(document(t, map[string]string{"a.txt": "x"}))
	require.ErrorIs(t, err, source.ErrNoDocument)
	_, err = source.DOCX(document(t, map[string]string{"word/document.xml": "<w:p><w:t>x</w:p>"}))
	require.Error(t, err, "XML that is not well-formed")
}
