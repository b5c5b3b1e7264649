package plan_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/text/encoding/simplifiedchinese"

	"github.com/qiaotoubao/fangan/plan"
)

const webPage = `<html><head><meta charset="gbk"><title>政务网</title></head><body><div><a href="/">首页</a></div>
<h1>云溪市人才行动方案</h1><div id="content"><p>一、主要任务</p><p>（一）引进人才。扩大引进规模，完善服务机制，提升人才工作水平。（责任单位：市人才局、市教育局）</p>
<p>（二）培养人才。建设培养基地，健全培养机制，提高培养质量和效益。（责任单位：市教育局）</p></div>
<div>主办单位：云溪市人民政府办公室</div></body></html>`

// TestReadHTML holds that a page in GBK is read, that its footer invents no
// duty, and that spans are of the page's bytes.
func TestReadHTML(t *testing.T) {
	t.Parallel()
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(webPage)
	require.NoError(t, err)
	p, err := plan.Read(strings.NewReader(gbk), nil)
	require.NoError(t, err)
	require.Equal(t, "云溪市人才行动方案", p.Title)
	require.Equal(t, "云溪市人才行动方案\n一、主要任务\n  （一）引进人才\n    责任单位：市人才局、市教育局\n  （二）培养人才\n    责任单位：市教育局\n", p.String())
	name := p.Item(1).Duties[0].Departments[0]
	want, err := simplifiedchinese.GBK.NewEncoder().String("市人才局")
	require.NoError(t, err)
	require.Equal(t, want, name.Span.Of(gbk))

	again, err := plan.ReadHTML(strings.NewReader(gbk), nil)
	require.NoError(t, err)
	require.Equal(t, p, again)
}

// TestReadDamagedFile holds that a file in GBK in whose bytes a program replaced
// ？ at any alignment is read as if it had not, with spans of its bytes.
func TestReadDamagedFile(t *testing.T) {
	t.Parallel()
	sound := "沿海口岸合作行动方案\n一、重点任务\n（一）完善口岸功能。会同海口海关，提升上海口岸通关效率。（责任单位：市口岸办、海口海关、上海科技馆）\n" +
		"（二）深化科技合作。支持上海科技企业走出去。（责任单位：市科委、上海跨境电商公会）\n"
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(sound)
	require.NoError(t, err)
	hurt := strings.ReplaceAll(gbk, "\xa3\xbf", "?")
	require.NotEqual(t, gbk, hurt)
	p, err := plan.Read(strings.NewReader(hurt), nil)
	require.NoError(t, err)
	want, err := plan.Parse(sound, nil)
	require.NoError(t, err)
	require.Equal(t, want.String(), p.String())
	d := p.Item(2).Duties[0].Departments[1]
	require.Equal(t, "上海跨境电商公会", d.Name)
	require.NotEqual(t, d.Name, d.Written)
	require.Contains(t, d.Span.Of(hurt), "\xba?", "a name shares the place that was repaired")
	require.NotEmpty(t, p.Diagnostics)
	for _, x := range p.Diagnostics {
		require.Equal(t, plan.Repaired, x.Code, "bytes that a repair explains are not bad")
	}
}

// TestReadDamagedPage holds the same of a web page.
func TestReadDamagedPage(t *testing.T) {
	t.Parallel()
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(strings.ReplaceAll(webPage, "市教育局", "上海科技馆"))
	require.NoError(t, err)
	hurt := strings.ReplaceAll(gbk, "\xa3\xbf", "?")
	require.NotEqual(t, gbk, hurt)
	want, err := plan.Read(strings.NewReader(gbk), nil)
	require.NoError(t, err)
	p, err := plan.Read(strings.NewReader(hurt), nil)
	require.NoError(t, err)
	require.Equal(t, want.String(), p.String())
}

func docx(t *testing.T, paragraphs ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create("word/document.xml")
	require.NoError(t, err)
	fmt.Fprint(f, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>`)
	for _, p := range paragraphs {
		fmt.Fprintf(f, `<w:p><w:r><w:t>%s</w:t></w:r></w:p>`, p)
	}
	fmt.Fprint(f, `</w:body></w:document>`)
	require.NoError(t, w.Close())
	return b.Bytes()
}

func TestReadDOCX(t *testing.T) {
	t.Parallel()
	data := docx(t, "一、主要任务", "（一）引进人才。（责任单位：市人才局）")
	p, err := plan.Read(bytes.NewReader(data), nil)
	require.NoError(t, err)
	require.Equal(t, "一、主要任务\n  （一）引进人才\n    责任单位：市人才局\n", p.String())
	_, err = plan.ReadDOCX(strings.NewReader("no archive"), nil)
	require.ErrorContains(t, err, "plan: docx: ")
	_, err = plan.Read(strings.NewReader("PK\x03\x04"), nil)
	require.Error(t, err)
}

// TestReadDOCXTable holds that the columns of a DOCX table stay apart, and that a
// cell which reaches down speaks for each row.
func TestReadDOCXTable(t *testing.T) {
	t.Parallel()
	cell := func(props, text string) string {
		return `<w:tc><w:tcPr>` + props + `</w:tcPr><w:p><w:r><w:t>` + text + `</w:t></w:r></w:p></w:tc>`
	}
	row := func(cells ...string) string { return `<w:tr>` + strings.Join(cells, "") + `</w:tr>` }
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	f, err := w.Create("word/document.xml")
	require.NoError(t, err)
	fmt.Fprint(f, `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>云溪市重点任务分工表</w:t></w:r></w:p><w:tbl>`,
		row(cell("", "序号"), cell("", "工作任务"), cell("", "牵头单位"), cell("", "完成时限")),
		row(cell(`<w:gridSpan w:val="4"/>`, "一、优化环境")),
		row(cell("", "1"), cell("", "建设平台"), cell(`<w:vMerge w:val="restart"/>`, "市数据局"), cell("", "6月底前")),
		row(cell("", "2"), cell("", "压减材料"), cell(`<w:vMerge/>`, ""), cell("", "年底前")), `</w:tbl></w:body></w:document>`)
	require.NoError(t, w.Close())
	p, err := plan.Read(&b, nil)
	require.NoError(t, err)
	require.Equal(t, "云溪市重点任务分工表", p.Title)
	require.Equal(t, "# 一、优化环境\n1|建设平台||+市数据局 <6月底前\n2|压减材料||+市数据局 <年底前\n", rows(p))
}

// TestReadPageTable holds that cells which reach over rows and columns of a
// page's table are read, and that spans are of the page.
func TestReadPageTable(t *testing.T) {
	t.Parallel()
	page := `<html><body><h1>云溪市重点任务分工表</h1><table>
<tr><th rowspan="2">序号</th><th rowspan="2">工作任务</th><th colspan="2">责任单位</th></tr><tr><th>牵头单位</th><th>配合单位</th></tr>
<tr><td colspan="4">一、优化环境</td></tr>
<tr><td>1</td><td>建设平台</td><td rowspan="2"><p>市数据局</p></td><td>市司法局&nbsp;等</td></tr>
<tr><td>2</td><td>压减<b>材料</b></td><td></td></tr></table></body></html>`
	p, err := plan.Read(strings.NewReader(page), nil)
	require.NoError(t, err)
	require.Equal(t, "云溪市重点任务分工表", p.Title)
	require.Equal(t, "# 一、优化环境\n1|建设平台||+市数据局 -市司法局…\n2|压减材料||+市数据局\n", rows(p))
	for i := range p.Items() {
		require.Equal(t, "市数据局", i.Duties[0].Departments[0].Span.Of(page))
		require.Equal(t, "牵头单位", i.Duties[0].LabelSpan.Of(page))
	}
	require.Equal(t, "压减<b>材料", p.Item(2).TitleSpan.Of(page))
}

// TestReadColumns holds that cells which wrap side by side are read as cells, and
// where what they say stands.
func TestReadColumns(t *testing.T) {
	t.Parallel()
	const row = "1       建设统一服务平台，    市数据局、市\n        整合各类系统。        司法局"
	const text = "青山市任务分工表\n\n序号    任务                  责任单位\n" + row + "\n2       压减材料              市财政局\n"
	p, err := plan.Read(strings.NewReader(text), nil)
	require.NoError(t, err)
	require.Equal(t, "1|建设统一服务平台，整合各类系统||市数据局、市司法局\n2|压减材料||市财政局\n", rows(p))
	require.Equal(t, row, p.Item(1).Duties[0].Departments[1].Span.Of(text))
	require.Equal(t, "市财政局", p.Item(2).Duties[0].Departments[0].Span.Of(text))
}

// TestReadCards holds that cards are read from pages and documents too.
func TestReadCards(t *testing.T) {
	t.Parallel()
	list := [][2]string{{"任务名称", "建设平台"}, {"责任单位", "市数据局"}, {"完成时限", "年底前"}, {"任务名称", "压减材料"}, {"责任单位", "市司法局"}, {"备注", ""}}
	var page, doc strings.Builder
	for _, kv := range list {
		fmt.Fprintf(&page, "<tr><td>%s</td><td><p>%s</p></td></tr>", kv[0], kv[1])
		doc.WriteString("<w:tr>")
		for _, s := range kv {
			fmt.Fprintf(&doc, "<w:tc><w:p><w:r><w:t>%s</w:t></w:r></w:p></w:tc>", s)
		}
		doc.WriteString("</w:tr>")
	}
	const want = "|建设平台||市数据局 <年底前\n|压减材料||市司法局\n"
	p, err := plan.Read(strings.NewReader("<html><body><p>青山市任务清单</p><table>"+page.String()+"</table></body></html>"), nil)
	require.NoError(t, err)
	require.Equal(t, want, rows(p))
	p, err = plan.Read(bytes.NewReader(docx(t, "青山市任务清单</w:t></w:r></w:p><w:tbl>"+doc.String()+"</w:tbl><w:p><w:r><w:t>")), nil)
	require.NoError(t, err)
	require.Equal(t, want, rows(p))
}
