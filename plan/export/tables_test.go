package export_test

import (
	"bytes"
	"encoding/csv"
	"io"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/plan"
	"github.com/qiaotoubao/fangan/plan/export"
)

// TestCSVHasEachNaming holds that the table of the embedded plan has each item
// and each body that a note names, with what the model says of both.
func TestCSVHasEachNaming(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	require.NoError(t, export.CSV(&b, plan.Bridgehead(), nil))
	rows := checkCSV(t, b.String())
	require.Equal(t, []string{"plan", "section", "section_title", "subsection", "item"}, rows[0][:5])
	rows = rows[1:]
	for i := range plan.Bridgehead().Items() {
		for d := range i.AllDuties() {
			for _, x := range d.Departments {
				require.Equal(t, []string{i.Label, i.Title, "", d.Label, d.Role.String(), x.Name, x.ID}, rows[0][5:12])
				rows = rows[1:]
			}
		}
	}
	require.Empty(t, rows)
}

func TestCSVOptions(t *testing.T) {
	t.Parallel()
	p := parse(t, minis["hostile"])
	tests := []struct {
		name   string
		opts   *export.CSVOptions
		begins string
		holds  string
		reason string
	}{
		{"default", nil, "plan,section,", "'=HYPERLINK", "a formula is kept from running"},
		{"mark", &export.CSVOptions{BOM: true}, "\ufeffplan,", "'=HYPERLINK", "for Excel"},
		{"tabs", &export.CSVOptions{Comma: '\t'}, "plan\tsection\t", "'=HYPERLINK", "another separator"},
		{"no head", &export.CSVOptions{NoHeader: true}, ",1,", "'=HYPERLINK", "for a table behind another one"},
		{"raw", &export.CSVOptions{Raw: true}, "plan,", ",\"=HYPERLINK", "for programs that run nothing"},
	}
	for _, tt := range tests {
		var b bytes.Buffer
		require.NoError(t, export.CSV(&b, p, tt.opts))
		require.True(t, strings.HasPrefix(b.String(), tt.begins), "%s: %s: %s", tt.name, tt.reason, b.String())
		require.Contains(t, b.String(), tt.holds, tt.name)
	}
	require.Error(t, export.CSV(io.Discard, p, &export.CSVOptions{Comma: '"'}), "no separator")
}

// TestCSVGuard holds that the apostrophe is only where it must be, and that
// taking one away where one is due gives the cell back.
func TestCSVGuard(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ in, want string }{
		{"=1+2", "'=1+2"},
		{"＝1", "'＝1"},
		{"@x", "'@x"},
		{"-x", "'-x"},
		{"+x", "'+x"},
		{"'=1", "''=1"},
		{"\tx", "'\tx"},
		{"1=1", "1=1"},
		{"'引'", "'引'"},
		{"——甲", "——甲"},
		{"", ""},
		{"'", "'"},
	} {
		p := &plan.Plan{Title: tt.in, Sections: []*plan.Section{{Items: []*plan.Item{{}}}}}
		var b bytes.Buffer
		require.NoError(t, export.CSV(&b, p, &export.CSVOptions{NoHeader: true}))
		rows, err := csv.NewReader(&b).ReadAll()
		require.NoError(t, err)
		require.Equal(t, tt.want, rows[0][0])
	}
}

func TestCSVRowsOfPointsAndSections(t *testing.T) {
	t.Parallel()
	department := &plan.Department{Name: "市科委", ID: "市科委"}
	duty := &plan.Duty{Role: plan.RoleLead, Departments: []*plan.Department{department, department}}
	p := &plan.Plan{Sections: []*plan.Section{{
		Heading: plan.Heading{Number: 1, Title: "总则"},
		Body:    plan.Body{Duties: []*plan.Duty{duty}},
		Sections: []*plan.Section{{
			Heading: plan.Heading{Label: "（一）", Title: "近期"},
			Items: []*plan.Item{
				{Heading: plan.Heading{Number: 5}, Body: plan.Body{Points: []*plan.Point{{Heading: plan.Heading{Label: "1.", Title: "甲"}, Body: plan.Body{Duties: []*plan.Duty{duty, duty}}}}}},
				{Heading: plan.Heading{Number: 6}},
			},
		}},
	}}}
	var b bytes.Buffer
	require.NoError(t, export.CSV(&b, p, &export.CSVOptions{NoHeader: true}))
	require.Equal(t, ",1,总则,,,,,,,lead,市科委,市科委,false,,,\n"+
		",1,总则,（一）近期,5,,,1. 甲,,lead,市科委,市科委,false,,,\n"+
		",1,总则,（一）近期,6,,,,,,,,,,,\n", b.String())
}

func TestMarkdownEscapes(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ in, want, reason string }{
		{"# 甲", `\# 甲`, "no heading"},
		{"1. 甲", `1\. 甲`, "no list"},
		{"2023.5亿元", `2023\.5亿元`, "looks like a list: harmless"},
		{"12) 甲", `12\) 甲`, "no list"},
		{"- 甲", `\- 甲`, "no list"},
		{"===", `\===`, "no underline"},
		{"a*b_c`d", "a\\*b\\_c\\`d", "no emphasis, no code"},
		{"[甲](乙)<丙>|丁\\&amp;", `\[甲\](乙)\<丙\>\|丁\\\&amp;`, "no link, tag, cell, escape or entity"},
		{"甲\n\n乙\t丙", "甲 乙 丙", "one block"},
		{"    甲", "甲", "no code"},
		{"3.5%、5G-A", `3\.5%、5G-A`, "plain"},
	} {
		var b bytes.Buffer
		require.NoError(t, export.Markdown(&b, &plan.Plan{Preamble: []plan.Paragraph{{Text: tt.in}}}))
		require.Equal(t, tt.want+"\n", b.String(), tt.reason)
	}
}

// TestMarkdownHasAllText holds that no text of the embedded plan is lost.
func TestMarkdownHasAllText(t *testing.T) {
	t.Parallel()
	var b bytes.Buffer
	require.NoError(t, export.Markdown(&b, plan.Bridgehead()))
	got := strings.ReplaceAll(b.String(), "\\", "")
	for i := range plan.Bridgehead().Items() {
		require.Contains(t, got, "\n### "+i.Heading.String()+"\n")
		for _, x := range i.Paragraphs {
			require.Contains(t, got, x.Text)
		}
		require.Contains(t, got, "> "+i.Duties[0].String()+"\n")
	}
}

// TestGraphs holds that both graphs have the embedded plan's items, bodies and
// edges: the namings without those that repeat.
func TestGraphs(t *testing.T) {
	t.Parallel()
	edges := 0
	for _, r := range plan.Bridgehead().Departments() {
		edges += len(r.Items)
	}
	bodies := len(plan.Bridgehead().Departments())
	for _, tt := range []struct {
		ending, edge, unit, body string
	}{
		{"dot", `(?m)^  i\d+ -> d\d+;$`, `(?m)^    i\d+ \[label=".+"\];$`, `(?m)^  d\d+ \[label=".+", shape=ellipse\];$`},
		{"mmd", `(?m)^  i\d+ --> d\d+$`, `(?m)^    i\d+\[".+"\]$`, `(?m)^  d\d+\(\[".+"\]\)$`},
	} {
		var text string
		for _, x := range writers {
			if x.ending == tt.ending {
				text = x.text(t, plan.Bridgehead())
			}
		}
		count := func(pattern string) int { return len(regexp.MustCompile(pattern).FindAllString(text, -1)) }
		require.Equal(t, edges, count(tt.edge), tt.ending)
		require.Equal(t, 60, count(tt.unit), tt.ending)
		require.Equal(t, bodies, count(tt.body), tt.ending)
	}
}

// checkCalendar holds what RFC 5545 asks of any calendar: lines of at most 75
// octets that end in CR LF, parts that begin and end, the properties that an
// event must have, and UIDs that differ. It returns the unfolded lines.
func checkCalendar(t *testing.T, text string) []string {
	t.Helper()
	require.True(t, strings.HasSuffix(text, "\r\n"))
	for l := range strings.SplitSeq(strings.TrimSuffix(text, "\r\n"), "\r\n") {
		require.LessOrEqual(t, len(l), 75, l)
		require.NotContains(t, l, "\n")
		require.NotContains(t, l, "\r")
	}
	lines := strings.Split(strings.TrimSuffix(strings.ReplaceAll(text, "\r\n ", ""), "\r\n"), "\r\n")
	var open []string
	uids := map[string]bool{}
	components := 0
	for _, l := range lines {
		name, value, ok := strings.Cut(l, ":")
		require.True(t, ok, l)
		switch name {
		case "BEGIN":
			open = append(open, value)
			components++
		case "END":
			require.Equal(t, open[len(open)-1], value)
			open = open[:len(open)-1]
		case "UID":
			require.False(t, uids[value], "%s twice", value)
			uids[value] = true
		default:
		}
	}
	require.Empty(t, open)
	require.Greater(t, components, 1, "a calendar must not be empty")
	for _, name := range []string{"UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:", "SUMMARY:"} {
		require.Equal(t, strings.Count(text, "\r\nBEGIN:VEVENT"), strings.Count(text, "\r\n"+name), name)
	}
	return lines
}

func TestICalendar(t *testing.T) {
	t.Parallel()
	for name, text := range minis {
		var b bytes.Buffer
		require.NoError(t, export.ICalendar(&b, parse(t, text)), name)
		checkCalendar(t, b.String())
	}
	p := parse(t, minis["hostile"])
	p.Date = plan.Date{Year: 2025, Month: 3}
	var b bytes.Buffer
	require.NoError(t, export.ICalendar(&b, p))
	lines := checkCalendar(t, b.String())
	require.Contains(t, lines, "DTSTAMP:20250301T000000Z")
	require.Contains(t, lines, "DTSTART;VALUE=DATE:20251231")
	require.Contains(t, lines, "DTEND;VALUE=DATE:20260101")
	require.Contains(t, b.String(), `\;`)
}

// TestUIDsAreStable holds that an event keeps its UID when other parts of the
// plan change, and that two events never share one.
func TestUIDsAreStable(t *testing.T) {
	t.Parallel()
	uids := func(text string) []string {
		var b bytes.Buffer
		require.NoError(t, export.ICalendar(&b, parse(t, text)))
		return regexp.MustCompile(`(?m)^UID:\S+`).FindAllString(b.String(), -1)
	}
	text := "一、任务\n（一）建设平台。2026年6月底前建成，2026年6月底前启用。（责任单位：市科委）\n"
	before := uids(text)
	require.Len(t, before, 2)
	require.NotEqual(t, before[0], before[1])
	require.Equal(t, before, uids("为做好试点，制定方案。\n"+strings.ReplaceAll(text, "市科委", "市教委")+"（二）开展培训。\n"))
	require.NotEqual(t, before, uids(strings.ReplaceAll(text, "6月", "7月")))
}

func TestGraphEscapes(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ in, dot, mermaid, reason string }{
		{`a"b`, `"a\"b"`, `"a#34;b"`, "a quotation mark ends no label"},
		{`a\N`, `"a\\N"`, `"a#92;N"`, "Graphviz would put the node's name in"},
		{"&lt;", `"&amp;lt;"`, `"#38;lt#59;"`, "no entity"},
		{"<b>", `"<b>"`, `"#60;b#62;"`, "no tag"},
		{"1. 甲", `"1. 甲"`, `"1#46; 甲"`, "Mermaid would make a list of it"},
		{"- 甲", `"- 甲"`, `"#45; 甲"`, "Mermaid would make a list of it"},
		{"`*甲*`", "\"`*甲*`\"", `"#96;#42;甲#42;#96;"`, "no Markdown"},
		{"甲\n乙\x00", `"甲 乙"`, `"甲 乙"`, "one line"},
		{"", `""`, `" "`, "Mermaid takes no empty label"},
		{"\xff", "\"\ufffd\"", "\"\ufffd\"", "UTF-8"},
	} {
		p := &plan.Plan{Sections: []*plan.Section{{Items: []*plan.Item{{Heading: plan.Heading{Title: tt.in}}}}}}
		var dot, mermaid bytes.Buffer
		require.NoError(t, export.DOT(&dot, p))
		require.NoError(t, export.Mermaid(&mermaid, p))
		require.Contains(t, dot.String(), "    i1 [label="+tt.dot+"];\n", tt.reason)
		require.Contains(t, mermaid.String(), "    i1["+tt.mermaid+"]\n", tt.reason)
	}
}

// TestGraphOfPointsAndSections holds that notes on points are the item's, those
// on a section its own, and that who leads comes first.
func TestGraphOfPointsAndSections(t *testing.T) {
	t.Parallel()
	duty := func(r plan.Role, name string) *plan.Duty {
		return &plan.Duty{Role: r, Departments: []*plan.Department{{Name: name, ID: name}}}
	}
	point := &plan.Point{Body: plan.Body{Duties: []*plan.Duty{duty(plan.RoleSupport, "乙"), duty(plan.RoleLead, "甲"), duty(plan.RoleLead, "甲")}}}
	p := &plan.Plan{Sections: []*plan.Section{
		{
			Heading: plan.Heading{Title: "总"},
			Body:    plan.Body{Duties: []*plan.Duty{duty(plan.RoleUnspecified, "甲")}},
			Items:   []*plan.Item{{Body: plan.Body{Points: []*plan.Point{point}}}},
		},
		{Heading: plan.Heading{Title: "空"}},
	}}
	var b bytes.Buffer
	require.NoError(t, export.Mermaid(&b, p))
	require.Equal(t, "flowchart LR\n  subgraph s1[\"总\"]\n    i1[\"总\"]\n    i2[\" \"]\n  end\n"+
		"  d1([\"甲\"])\n  d2([\"乙\"])\n  i1 --> d1\n  i2 ==> d1\n  i2 -.-> d2\n", b.String())
}

func TestICalendarFoldsAndEscapes(t *testing.T) {
	t.Parallel()
	for _, title := range []string{strings.Repeat("甲", 100), strings.Repeat("a", 300), strings.Repeat("😀é", 60), `a,b;c\d` + "\r\ne"} {
		var b bytes.Buffer
		require.NoError(t, export.ICalendar(&b, &plan.Plan{Title: title}))
		lines := checkCalendar(t, b.String())
		want := strings.NewReplacer(`\`, `\\`, ",", `\,`, ";", `\;`, "\r\n", " ").Replace(title)
		require.Contains(t, lines, "X-WR-CALNAME:"+want)
	}
}

// TestICalendarCutsWhatIsLong holds that an event stays small.
func TestICalendarCutsWhatIsLong(t *testing.T) {
	t.Parallel()
	names := strings.Repeat("市科委、市教委、", 1000)
	for _, text := range []string{
		"一、甲\n（一）乙。2026年底前建成。（责任单位：" + names + "）",
		"一、甲\n（一）" + strings.Repeat("乙", 5000) + "。2026年底前建成。",
		"一、甲\n（一）乙。2026年底前建成。" + strings.Repeat("（责任单位：市科委）", 500),
	} {
		var b bytes.Buffer
		require.NoError(t, export.ICalendar(&b, parse(t, text)))
		require.Contains(t, b.String(), "BEGIN:VEVENT")
		require.Less(t, b.Len(), 24*700)
		checkCalendar(t, b.String())
	}
}

func TestMarkdownOfAnyModel(t *testing.T) {
	t.Parallel()
	inner := &plan.Point{Heading: plan.Heading{Label: "①", Title: "丙"}}
	point := &plan.Point{Heading: plan.Heading{Label: "——", Title: "乙"}, Body: plan.Body{
		Paragraphs: []plan.Paragraph{{Text: "文"}, {Text: "字"}},
		Points:     []*plan.Point{inner, {}},
		Duties: []*plan.Duty{
			{Label: "牵头", Departments: []*plan.Department{{Name: "甲局"}}},
			{Label: "配合", Departments: []*plan.Department{{Name: "乙局"}}, Open: true},
		},
	}}
	p := &plan.Plan{
		Issuer: "甲", Date: plan.Date{Year: 2025}, Addressees: []string{"各区", "各局"},
		Sections: []*plan.Section{{Heading: plan.Heading{Title: "一"}, Body: plan.Body{Points: []*plan.Point{point}}}},
		Tables:   []plan.Table{{}, {Rows: [][]string{{"a|b"}, {"---", ":-:"}, {"c", "d"}}}},
		Rules:    []plan.Rule{{Text: "下同"}},
		Terms:    []plan.Term{{Term: "平台", Meaning: "统一平台"}},
	}
	var b bytes.Buffer
	require.NoError(t, export.Markdown(&b, p))
	require.Equal(t, strings.Join([]string{
		"甲 · 2025", "各区，各局", "## 一", "- **乙**", "  文", "  字", "  - **①丙**", "  > 牵头：甲局\\\n  > 配合：乙局等",
		"| a\\|b |  |\n| --- | --- |\n| c | d |", "注：下同", "| 简称 | 全称 |\n| --- | --- |\n| 平台 | 统一平台 |",
	}, "\n\n")+"\n", b.String())
}
