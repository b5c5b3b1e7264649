package plan_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestAnnexLabels holds that an annex has its title also where that stands in the
// line of the label, and so has its section.
func TestAnnexLabels(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ line, label, title string }{
		{"附件：任务分工表", "附件：", "任务分工表"},
		{"附件1：任务分工表", "附件1：", "任务分工表"},
		{"附件1. 任务分工表", "附件1.", "任务分工表"},
		{"附件一：2026年任务分工表", "附件一：", "2026年任务分工表"},
		{"附表2-1 任务分工表", "附表2-1", "任务分工表"},
		{"附件 1\n任务分工表", "附件 1", "任务分工表"},
		{"附件1：\n任务分工表", "附件1：", "任务分工表"},
		{"附件\n任务分工表", "附件", "任务分工表"},
		{"附：任务分工表", "附：", "任务分工表"},
		{"附\n任务分工表", "附", "任务分工表"},
		{"附件一任务分工表", "", "附件一任务分工表"},
	} {
		t.Run(tt.line, func(t *testing.T) {
			t.Parallel()
			p := parse(t, "云溪市试点方案\n一、总体要求\n按要求落实。\n二、工作要求\n抓好落实。\n\n"+tt.line+"\n\n| 序号 | 任务 | 责任单位 |\n|---|---|---|\n| 1 | 建设平台 | 市科委 |\n")
			require.Len(t, p.Attachments, 1)
			require.Equal(t, tt.label, p.Attachments[0].Label)
			require.Equal(t, tt.title, p.Attachments[0].Title)
			require.Len(t, p.Sections, 3)
			require.Equal(t, tt.title, p.Sections[2].Title)
		})
	}
}

// TestNoAnnex holds that words which begin as the labels of attachments do open
// none.
func TestNoAnnex(t *testing.T) {
	t.Parallel()
	for _, line := range []string{"附则：按要求执行。", "附近：三个街道。", "附上清单。", "（附：任务分工表）"} {
		p := parse(t, "云溪市试点方案\n一、总体要求\n"+line+"\n二、工作要求\n抓好落实。\n")
		require.Empty(t, p.Attachments, line)
		require.Len(t, p.Sections, 2)
	}
}
