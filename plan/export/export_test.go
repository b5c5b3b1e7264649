package export_test

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/internal/testcase"
	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/export"
	"github.com/qiaotoubao/fangan/seeds"
)

// minis are miniature plans in our own words: together they have all that a
// plan can hold.
var minis = map[string]string{
	"small": "为做好试点，制定本方案。\n一、总体要求\n坚持稳中求进。\n二、重点任务\n（一）建设平台。2026年6月底前建成平台3个。（责任单位：市科委、市教委）\n" +
		"（二）开展培训。每年培训500人次以上。（责任单位：市商务委等）\n（三）总结经验。\n三、保障措施\n（四）加强宣传，落实第二部分第（二）项要求。（责任单位：各区政府）\n",
	"roles": "青山市数字服务实施方案\n一、主要任务\n（一）建设统一平台。2025-2026年建成统一平台（以下简称“平台”）。\n1.接入系统。整合平台系统。（牵头单位：市数据局；配合单位：市教育局、市财政局；完成时限：2026年12月底前）\n" +
		"2.开放接口。平台开放接口不少于20个。（牵头单位：市数据局；完成时限：2027年3月底前）\n（二）开展培训。（市审批局牵头，市司法局、市公安局等按职责分工负责）\n",
	"articles": "河口市住建局十项举措\n第一条 完善许可制度。推行告知承诺。（责任单位：审批处、科技处，排名第一位的为牵头责任单位，下同）\n第二条 深化审查改革。依据《条例》和农发〔2023〕52号文件办理。（责任单位：科技处）\n",
	"levels": "# 关于印发《云溪市人才行动方案》的通知\n\n**发布日期**: 2025-05-27\n\n云府办发〔2025〕11号\n\n各区人民政府，市政府各部门：\n\n　　《云溪市人才行动方案》已经市政府同意，现印发给你们。\n\n　　云溪市人民政府办公室\n\n" +
		"2025年5月20日\n\n**云溪市人才行动方案**\n\n　　为集聚人才，制定本方案。\n\n　**一、主要任务**\n\n**（一）引进人才**\n\n　　引进高层次人才300名左右。（责任单位：市人才局）\n\n**（二）培养人才**\n\n　　建设培养基地20家。（责任单位：市教育局）\n\n" +
		"| 任务 | 单位 |\n| --- | --- |\n| 引进 | 市人才局 |\n\n云溪市人民政府\n\n2025年5月20日\n\n附件1\n重点任务表\n引进人才\n",
	"hostile": "<方案> & \"引号\" | *星* `码` \\ #\n一、=SUM(A1)|<b>任务</b>\n（一）=HYPERLINK(\"x\";1)。于2025年12月31日前，完成 第1条至第99999条1; 2, 3\\n。（责任单位：@市科委、+市教委）\n（二）-1+2。]]> --> `x` [y](z) __w__ $q$ ~~s~~\n- 点一\n- 点二\n",
	"empty":   "",
	"damaged": "一、甲\xff\xfe乙\n（一）丙\x00丁\x0b。（责任单位：市科\ufffd委、上??海海关）\n",
}

func parse(t testing.TB, text string) *plan.Plan {
	t.Helper()
	p, err := plan.Parse(text, nil)
	require.NoError(t, err)
	return p
}

// writer is an entry point of the package with the ending of its golden files.
type writer struct {
	ending string
	write  func(io.Writer, *plan.Plan) error
}

var writers = []writer{
	{"csv", func(w io.Writer, p *plan.Plan) error { return export.CSV(w, p, nil) }},
	{"md", export.Markdown},
	{"dot", export.DOT},
	{"mmd", export.Mermaid},
	{"ics", export.ICalendar},
	{"akn.xml", func(w io.Writer, p *plan.Plan) error { return export.AkomaNtoso(w, p, nil) }},
}

func (x writer) text(t testing.TB, p *plan.Plan) string {
	t.Helper()
	var b bytes.Buffer
	require.NoError(t, x.write(&b, p))
	return b.String()
}

func TestGolden(t *testing.T) {
	t.Parallel()
	for _, x := range writers {
		for name, text := range minis {
			t.Run(name+"."+x.ending, func(t *testing.T) {
				t.Parallel()
				got := x.text(t, parse(t, text))
				require.True(t, utf8.ValidString(got))
				testcase.Golden(t, "testdata/"+name+"."+x.ending, got)
			})
		}
		t.Run("bridgehead."+x.ending, func(t *testing.T) {
			t.Parallel()
			first := x.text(t, plan.Bridgehead())
			require.Equal(t, first, x.text(t, plan.Bridgehead()), "the same plan gives the same bytes")
		})
	}
}

var errFull = errors.New("disk is full")

// narrow takes so many bytes and fails then.
type narrow struct{ left int }

func (w *narrow) Write(p []byte) (int, error) {
	n := min(len(p), w.left)
	w.left -= n
	if n < len(p) {
		return n, errFull
	}
	return n, nil
}

func TestErrorsOfTheWriter(t *testing.T) {
	t.Parallel()
	all := append([]writer{
		{"schema", func(w io.Writer, _ *plan.Plan) error { return export.Schema(w) }},
		{"csv with mark", func(w io.Writer, p *plan.Plan) error { return export.CSV(w, p, &export.CSVOptions{BOM: true}) }},
	}, writers...)
	for _, x := range all {
		size := len(x.text(t, plan.Bridgehead()))
		for _, room := range []int{0, 1, 5000, size - 1} {
			require.ErrorIs(t, x.write(&narrow{min(room, size-1)}, plan.Bridgehead()), errFull, "%s with room for %d", x.ending, room)
		}
		require.NoError(t, x.write(&narrow{size}, plan.Bridgehead()))
	}
}

// FuzzExport holds for any text: every format is written without an error and
// as UTF-8; CSV reads back, XML is well-formed and of the right structure, JSON
// fits the schema, a calendar's lines are short and its events whole.
func FuzzExport(f *testing.F) {
	f.Add(seeds.Bridgehead().Text)
	for _, text := range minis {
		f.Add(text)
	}
	schema := readSchema(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 {
			return
		}
		p := parse(t, text)
		for _, x := range writers {
			got := x.text(t, p)
			require.True(t, utf8.ValidString(got), x.ending)
			switch x.ending {
			case "csv":
				checkCSV(t, got)
			case "ics":
				checkCalendar(t, got)
			case "akn.xml":
				checkAkoma(t, got)
			default:
			}
		}
		data, err := json.Marshal(p)
		require.NoError(t, err)
		require.NoError(t, schema.validate(data))
	})
}

// checkCSV holds that the table has as many cells in each row as in its head,
// and that no cell is a formula.
func checkCSV(t *testing.T, text string) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	require.NoError(t, err)
	require.NotEmpty(t, rows)
	for _, row := range rows {
		for _, cell := range row {
			require.False(t, strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "+") || strings.HasPrefix(cell, "-") ||
				strings.HasPrefix(cell, "@") || strings.HasPrefix(cell, "\t") || strings.HasPrefix(cell, "\r"), cell)
		}
	}
	return rows
}

// checkXML holds that text is well-formed.
func checkXML(t *testing.T, text string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		require.NoError(t, err)
	}
}

// TestOutputIsBounded holds that no text makes an output that grows faster than
// the text does: twice the input gives at most a little over twice the output.
func TestOutputIsBounded(t *testing.T) {
	t.Parallel()
	hostile := map[string]func(n int) string{
		"points": func(n int) string {
			return strings.Repeat("一、甲\n（一）乙\n1.丙\n（1）丁\n①戊\n- 己\n", n)
		},
		"names": func(n int) string {
			return "一、甲。（责任单位：" + strings.Repeat("市科委、市教委、", n) + "）"
		},
		"deadlines": func(n int) string { return strings.Repeat("2026年底前建成。", n) },
		"both": func(n int) string {
			return "一、甲\n（一）乙" + strings.Repeat("2026年底前建成。", n) + "（责任单位：" + strings.Repeat("市科委、市教委、", n) + "）"
		},
		"a long title": func(n int) string {
			return "一、甲\n（一）" + strings.Repeat("甲", 10*n) + "。" + strings.Repeat("2026年底前建成。", n)
		},
		"controls": func(n int) string { return strings.Repeat("\x00\x01\xff<&\"", n) },
		"table":    func(n int) string { return strings.Repeat("| a | b |\n", n) },
		"cells":    func(n int) string { return "| " + strings.Repeat("a | ", n) + "\n" + strings.Repeat("| b |\n", n) },
	}
	for name, text := range hostile {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			small, large := parse(t, text(200)), parse(t, text(400))
			for _, x := range writers {
				if x.ending != "csv" {
					a, b := len(x.text(t, small)), len(x.text(t, large))
					require.LessOrEqual(t, b, 2*a+a/4+1000, x.ending)
				}
			}
		})
	}
}
