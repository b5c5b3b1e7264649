package plan_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestCaptions has lines without numbers over items: captions where several end
// alike, text elsewhere.
func TestCaptions(t *testing.T) {
	t.Parallel()
	const text = "青山区实事方案\n一、主要指标\n经济领域\n1.增收。\n责任单位：区财政局\n2.增产。\n责任单位：区工信局\n民生领域\n3.增绿。\n责任单位：区林业局\n" +
		"二、主要任务\n工业领域\n4.技改。\n责任单位：区工信局\n（1）调研\n（2）立项\n5.招商。\n责任单位：区商务局\n三、工作要求\n（一）加强领导。区政府办牵总。\n"
	p := parse(t, text)
	require.Len(t, p.Sections, 3)
	require.Equal(t, "民生领域", p.Sections[0].Sections[1].Title)
	require.Len(t, p.Sections[0].Sections[0].Items, 2)
	require.Len(t, p.Sections[1].Sections[0].Items, 2)
	require.Equal(t, "招商", p.Item(5).Title)
	require.Len(t, p.Sections[2].Items, 1)
	require.Empty(t, p.Diagnostics)

	p = parse(t, strings.Replace(text, "民生领域", "另行考核", 1))
	require.Empty(t, p.Sections[0].Sections, "they do not end alike")
	p = parse(t, strings.NewReplacer("民生领域", "区水利局", "经济领域\n", "", "工业领域\n", "").Replace(text))
	require.Empty(t, p.Sections[0].Sections, "a body, and alone")
}
