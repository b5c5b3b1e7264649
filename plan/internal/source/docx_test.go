package source_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan/internal/source"
)

// docxOf returns the text of a document with the body and the other parts, of
// which an empty one is none.
func docxOf(t *testing.T, body, numbering, styles string) string {
	t.Helper()
	const more = ` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
		` xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"`
	parts := map[string]string{"word/document.xml": `<w:document` + ns + more + `><w:body>` + body + `</w:body></w:document>`}
	if numbering != "" {
		parts["word/numbering.xml"] = `<w:numbering` + ns + `>` + numbering + `</w:numbering>`
	}
	if styles != "" {
		parts["word/styles.xml"] = `<w:styles` + ns + `>` + styles + `</w:styles>`
	}
	text, err := source.DOCX(document(t, parts))
	require.NoError(t, err)
	return text
}

func run(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

// para is a paragraph with properties.
func para(props string, content ...string) string {
	return `<w:p><w:pPr>` + props + `</w:pPr>` + strings.Join(content, "") + `</w:p>`
}

func TestDOCXText(t *testing.T) {
	t.Parallel()
	box := func(text string) string { return `<w:txbxContent>` + para("", run(text)) + `</w:txbxContent>` }
	field := func(instruction, result string) string {
		return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ` + instruction + ` </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>` +
			result + `<w:r><w:fldChar w:fldCharType="end"/></w:r>`
	}
	for _, tt := range []struct{ name, body, want, reason string }{
		{"stops of tabs", para(`<w:tabs><w:tab w:val="left" w:pos="420"/></w:tabs>`, run("甲"), `<w:r><w:tab/></w:r>`, run("乙")), "甲\t乙\n", "a stop is no tab"},
		{"breaks", para("", run("甲"), `<w:r><w:br/></w:r>`, run("乙"), `<w:r><w:br w:type="page"/></w:r>`, run("丙")), "甲\n乙\n丙\n", ""},
		{"insertions", para("", `<w:ins w:id="1">`+run("甲")+`</w:ins><w:del w:id="2"><w:r><w:delText>乙</w:delText></w:r></w:del><w:moveFrom>`+run("丙")+`</w:moveFrom><w:moveTo>`+run("丁")+`</w:moveTo>`), "甲丁\n", ""},
		{"mark deleted", para(`<w:rPr><w:del w:id="1"/></w:rPr>`, run("甲")) + para("", run("乙")) + para("", run("丙")), "甲乙\n丙\n", "the paragraph goes on in the next one"},
		{"paragraph deleted", para("", run("甲")) + para(`<w:rPr><w:del w:id="1"/></w:rPr>`, `<w:del w:id="2">`+run("乙")+`</w:del>`) + para("", run("丙")), "甲\n丙\n", ""},
		{"hidden", para("", run("甲"), `<w:r><w:rPr><w:vanish/></w:rPr><w:t>乙</w:t></w:r>`, run("丙"), `<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>丁</w:t></w:r>`), "甲丙丁\n", ""},
		{"links and fields", para("", `<w:hyperlink>`+run("甲")+`</w:hyperlink>`, field("REF _Ref1", run("乙")), `<w:fldSimple w:instr="PAGE">`+run("丙")+`</w:fldSimple>`), "甲乙丙\n", "what a field shows, not what it asks"},
		{"footnote", para("", run("甲"), `<w:r><w:footnoteReference w:id="2"/></w:r>`, run("乙")), "甲乙\n", "no mark in the middle of a sentence"},
		{"symbols", para("", `<w:r><w:sym w:font="Wingdings" w:char="F081"/></w:r>`, run("甲"), `<w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r>`, run("5"), `<w:r><w:sym w:font="宋体" w:char="2461"/></w:r>`, `<w:r><w:sym w:font="Wingdings" w:char="F021"/></w:r>`), "①甲≥5②\n", "an unknown one is nothing"},
		{"hyphens", para("", run("A"), `<w:r><w:noBreakHyphen/></w:r>`, run("1"), `<w:r><w:softHyphen/></w:r>`, run("2")), "A-12\n", ""},
		{"readings", para("", `<w:r><w:ruby><w:rt>`+run("zhuang")+`</w:rt><w:rubyBase>`+run("僮")+`</w:rubyBase></w:ruby></w:r>`), "僮\n", ""},
		{"formula", para("", `<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>`), "x=1\n", ""},
		{
			"text box", para("", run("甲"), `<w:r><mc:AlternateContent><mc:Choice><wps:txbx>`+box("框")+`</wps:txbx></mc:Choice><mc:Fallback><w:pict><v:textbox>`+box("框")+`</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`, run("乙")),
			"框\n甲乙\n", "it is read once, and cuts no sentence",
		},
		{"old text box", para("", `<w:r><w:pict><v:textbox>`+box("甲")+`</v:textbox></w:pict></w:r>`, run("乙")), "甲\n乙\n", ""},
		{"picture", para("", run("甲"), `<w:r><w:drawing><a:p><a:r><a:t>图</a:t></a:r></a:p></w:drawing></w:r>`, run("乙")), "甲乙\n", "a drawing has paragraphs of its own"},
		{
			"contents", para("", field(`TOC \o "1-2"`, run("一、任务 1")+`</w:p>`+`<w:p>`+run("二、保障 2"))) + para("", run("一、任务")), "一、任务\n", "they would be headings",
		},
		{
			"block of contents", `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + para("", run("目录")) + para("", run("一、任务 1")) + `</w:sdtContent></w:sdt>` +
				`<w:sdt><w:sdtContent>` + para("", run("一、任务")) + `</w:sdtContent></w:sdt>`, "一、任务\n", "",
		},
		{
			"contents without an end", para("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>`, run("甲")) + para("", run("乙")), "甲\n乙\n", "nothing is lost",
		},
	} {
		require.Equal(t, tt.want, docxOf(t, tt.body, "", ""), "%s: %s", tt.name, tt.reason)
	}
}

// numPr are the properties of a paragraph in a list.
func numPr(list, level string) string {
	return `<w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="` + list + `"/></w:numPr>`
}

// lvl is a level of a list.
func lvl(level, format, text, more string) string {
	return `<w:lvl w:ilvl="` + level + `"><w:start w:val="1"/><w:numFmt w:val="` + format + `"/>` + more + `<w:lvlText w:val="` + text + `"/></w:lvl>`
}

func abstract(id, levels string) string {
	return `<w:abstractNum w:abstractNumId="` + id + `">` + levels + `</w:abstractNum>`
}

func num(id, abstract, more string) string {
	return `<w:num w:numId="` + id + `"><w:abstractNumId w:val="` + abstract + `"/>` + more + `</w:num>`
}

// TestDOCXFormats holds how lists of one level number their second paragraph.
func TestDOCXFormats(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ format, text, more, want string }{
		{"chineseCounting", "%1、", "", "二、甲"},
		{"chineseCountingThousand", "（%1）", "", "（二）甲"},
		{"japaneseCounting", "第%1条", "", "第二条 甲"},
		{"japaneseCounting", "第%1条", `<w:suff w:val="nothing"/>`, "第二条甲"},
		{"taiwaneseCountingThousand", "%1、", "", "二、甲"},
		{"ideographDigital", "%1、", "", "二、甲"},
		{"ideographTraditional", "%1、", "", "乙、甲"},
		{"ideographLegalTraditional", "%1、", "", "貳、甲"},
		{"decimal", "%1.", "", "2. 甲"},
		{"decimal", "%1．", `<w:suff w:val="nothing"/>`, "2．甲"},
		{"decimalZero", "%1", "", "02 甲"},
		{"decimalEnclosedCircle", "%1", `<w:suff w:val="nothing"/>`, "②甲"},
		{"decimalEnclosedCircleChinese", "%1", `<w:suff w:val="space"/>`, "② 甲"},
		{"decimalEnclosedParen", "%1", `<w:suff w:val="nothing"/>`, "⑵甲"},
		{"lowerLetter", "%1)", "", "b) 甲"},
		{"lowerRoman", "%1.", "", "ii. 甲"},
		{"upperRoman", "%1.", "", "Ⅱ. 甲"},
		{"none", "", "", "甲"},
		{"bullet", "\uf06e", `<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>`, "■ 甲"},
		{"bullet", "\uf099", `<w:rPr><w:rFonts w:ascii="Unknown"/></w:rPr>`, "● 甲"},
		{"bullet", "——", `<w:suff w:val="nothing"/>`, "——甲"},
	} {
		body := para(numPr("1", "0"), run("子")) + para(numPr("1", "0"), run("甲"))
		_, second, _ := strings.Cut(docxOf(t, body, abstract("0", lvl("0", tt.format, tt.text, tt.more))+num("1", "0", ""), ""), "\n")
		require.Equal(t, tt.want+"\n", second, tt.format)
	}
}

// TestDOCXNumbering holds how lists count.
func TestDOCXNumbering(t *testing.T) {
	t.Parallel()
	three := abstract("0", lvl("0", "chineseCounting", "%1、", "")+lvl("1", "chineseCounting", "（%2）", "")+lvl("2", "decimal", "%3、", ""))
	in := func(list, level string) string { return para(numPr(list, level), run("甲")) }
	styled := func(style, own string) string { return para(`<w:pStyle w:val="`+style+`"/>`+own, run("甲")) }
	for _, tt := range []struct{ name, body, numbering, styles, want, reason string }{
		{"levels", in("1", "0") + in("1", "1") + in("1", "2") + in("1", "1") + in("1", "2") + in("1", "0") + in("1", "1"), three + num("1", "0", ""), "", "一、甲 （一）甲 1、甲 （二）甲 1、甲 二、甲 （一）甲", "smaller levels start again"},
		{"two lists", in("1", "0") + in("2", "0") + in("1", "0"), three + num("1", "0", "") + num("2", "0", ""), "", "一、甲 二、甲 三、甲", "lists of one abstract list count together"},
		{
			"start override", in("1", "0") + in("1", "0") + in("2", "0") + in("2", "0") + in("1", "0"), three + num("1", "0", "") + num("2", "0", `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>`), "",
			"一、甲 二、甲 一、甲 二、甲 三、甲", "the first paragraph starts it again",
		},
		{"level override", in("1", "0") + in("2", "0"), three + num("1", "0", "") + num("2", "0", `<w:lvlOverride w:ilvl="0">`+lvl("0", "decimal", "%1）", "")+`</w:lvlOverride>`), "", "一、甲 2）甲", ""},
		{
			"starts", in("1", "0") + in("1", "0"), `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="0"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>` + num("1", "0", ""), "",
			"0、甲 1、甲", "",
		},
		{
			"no restart", in("1", "0") + in("1", "1") + in("1", "0") + in("1", "1"), abstract("0", lvl("0", "chineseCounting", "%1、", "")+lvl("1", "decimal", "%2．", `<w:lvlRestart w:val="0"/>`)) + num("1", "0", ""), "",
			"一、甲 1．甲 二、甲 2．甲", "items may be counted through all sections",
		},
		{
			"restart of a level", in("1", "0") + in("1", "1") + in("1", "2") + in("1", "1") + in("1", "2") + in("1", "0") + in("1", "2"),
			abstract("0", lvl("0", "chineseCounting", "%1、", "")+lvl("1", "chineseCounting", "（%2）", "")+lvl("2", "decimal", "%3、", `<w:lvlRestart w:val="1"/>`)) + num("1", "0", ""), "",
			"一、甲 （一）甲 1、甲 （二）甲 2、甲 二、甲 1、甲", "only the first level starts it again",
		},
		{
			"numbers of several levels", in("1", "0") + in("1", "1") + in("1", "1"), abstract("0", lvl("0", "chineseCounting", "%1、", "")+lvl("1", "decimal", "%1.%2", `<w:isLgl/>`)) + num("1", "0", ""), "",
			"一、甲 1.1 甲 1.2 甲", "legal numbers are all digits",
		},
		{
			"style", styled("h1", "") + styled("h2", "") + styled("h3", "") + styled("h1", numPr("0", "0")) + styled("h1", ""),
			abstract("0", lvl("0", "chineseCounting", "%1、", `<w:pStyle w:val="h1"/>`)+lvl("1", "chineseCounting", "（%2）", `<w:pStyle w:val="h2"/>`)) + num("1", "0", ""),
			`<w:style w:type="paragraph" w:styleId="h1"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="h2"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>` +
				`<w:style w:type="paragraph" w:styleId="h3"><w:basedOn w:val="h2"/></w:style>`,
			"一、甲 （一）甲 （二）甲 甲 二、甲", "a paragraph may leave the list of its style",
		},
		{
			"usual style", para("", run("甲")) + styled("x", ""), abstract("0", lvl("0", "decimal", "%1、", "")) + num("1", "0", ""),
			`<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="x"/>`, "1、甲 甲", "",
		},
		{
			"list of a style", in("2", "0"), `<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="s"/>` + lvl("0", "decimal", "%1、", "") + `</w:abstractNum><w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="s"/></w:abstractNum>` + num("1", "0", "") + num("2", "1", ""), "",
			"1、甲", "",
		},
		{
			"properties before a change", para(numPr("1", "0")+`<w:pPrChange><w:pPr>`+numPr("0", "0")+`</w:pPr></w:pPrChange>`, run("甲")), three + num("1", "0", ""), "", "一、甲", "",
		},
		{
			"deleted in a list", in("1", "0") + para(numPr("1", "0")+`<w:rPr><w:del w:id="1"/></w:rPr>`, `<w:del w:id="2">`+run("乙")+`</w:del>`) + in("1", "0"), three + num("1", "0", ""), "", "一、甲 二、甲", "it is not counted",
		},
	} {
		got := strings.ReplaceAll(strings.TrimSpace(docxOf(t, tt.body, tt.numbering, tt.styles)), "\n", " ")
		require.Equal(t, tt.want, got, "%s: %s", tt.name, tt.reason)
	}
}

// TestDOCXTableForms holds which tables set a page, and what cells hold.
func TestDOCXTableForms(t *testing.T) {
	t.Parallel()
	cell := func(content ...string) string { return `<w:tc>` + strings.Join(content, "") + `</w:tc>` }
	row := func(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }
	tbl := func(rows ...string) string { return `<w:tbl>` + strings.Join(rows, "") + `</w:tbl>` }
	p := func(text string) string { return para("", run(text)) }
	data := tbl(row(cell(p("任务")), cell(p("责任单位"))), row(cell(p("建设")), cell(p("市科委"))))
	for _, tt := range []struct{ name, body, want, reason string }{
		{"one cell", tbl(row(cell(p("一、甲"), p("二、乙")))), "一、甲\n二、乙\n", "a box around text"},
		{"one column", tbl(row(cell(p("甲"))), row(cell(p("乙")))), "甲\n乙\n", ""},
		{"data in a box", tbl(row(cell(p("甲"), data))), "甲\n| 任务 | 责任单位 |\n| 建设 | 市科委 |\n", "the table within keeps its rows"},
		{"document in a cell", tbl(row(cell(p("栏")), cell(strings.Repeat(p("一、甲"), 40)))), "栏\n" + strings.Repeat("一、甲\n", 40), "no cell of data holds a document"},
		{"data in data", tbl(row(cell(p("任务")), cell(p("分工"), data))), "| 任务 | 分工<br>任务<br>责任单位<br>建设<br>市科委 |\n", ""},
		{"numbers in cells", tbl(row(cell(para(numPr("1", "0"))), cell(p("甲"))), row(cell(para(numPr("1", "0"))), cell(p("乙")))), "| 1 | 甲 |\n| 2 | 乙 |\n", "a list may number the rows"},
		{"deep", strings.Repeat(`<w:tbl><w:tr><w:tc>`, 12) + p("甲") + strings.Repeat(`</w:tc></w:tr></w:tbl>`, 12), "甲\n", ""},
		{
			"merged before a change", tbl(row(`<w:tc><w:tcPr><w:gridSpan w:val="2"/><w:tcPrChange><w:tcPr><w:gridSpan w:val="5"/></w:tcPr></w:tcPrChange></w:tcPr>`+p("甲")+`</w:tc>`, cell(p("乙")))),
			"| 甲 |  | 乙 |\n", "",
		},
	} {
		got := docxOf(t, tt.body, abstract("0", lvl("0", "decimal", "%1", ""))+num("1", "0", ""), "")
		require.Equal(t, tt.want, got, "%s: %s", tt.name, tt.reason)
	}
}

// FuzzDOCX holds that no document makes the reader panic, and that it shows no
// more than there is.
func FuzzDOCX(f *testing.F) {
	f.Add(`<w:p><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>甲</w:t><w:txbxContent><w:p/></w:txbxContent></w:r></w:p>`)
	f.Add(`<w:tc/><w:tbl><w:tc><w:tbl><w:tr><w:tc><w:gridSpan w:val="9"/><w:p><w:t>x</w:t></w:p></w:tc></w:tr></w:tbl></w:tc></w:tbl>`)
	f.Add(`<w:sdt><w:docPartGallery w:val="Table of Contents"/><w:fldChar w:fldCharType="begin"/></w:sdt><w:pPr><w:del/><w:p/></w:pPr>`)
	f.Fuzz(func(t *testing.T, body string) {
		text, err := source.DOCX(document(t, map[string]string{
			"word/document.xml":  `<w:document` + ns + `>` + body + `</w:document>`,
			"word/numbering.xml": `<w:numbering` + ns + `>` + abstract("0", lvl("0", "decimal", "%1", "")) + num("1", "0", "") + `</w:numbering>`,
		}))
		if err == nil {
			require.LessOrEqual(t, len(text), 40*len(body)+8)
		}
	})
}
