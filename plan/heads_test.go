package plan_test

import (
	"testing"

	"github.com/stretchr/testify/require"
)

// TestLabelsWithoutColon holds which labels need no colon: those over their list
// and those that a stroke closes.
func TestLabelsWithoutColon(t *testing.T) {
	t.Parallel()
	const head = "青山市数字服务行动方案\n一、主要任务\n"
	for _, tt := range []struct{ name, in, want, reason string }{
		{
			"over their lists", head + "（一）建设平台。整合系统。\n牵头单位\n市数据局\n配合部门\n市司法局、市公安局\n完成时限\n2025年12月底前\n（二）压减材料。\n责任部门\n市司法局\n",
			"# 一、主要任务\n（一）|建设平台|整合系统。|+市数据局 -市司法局、市公安局 <2025年12月底前\n（二）|压减材料||市司法局\n", "",
		},
		{
			"over sentences", head + "（一）明确责任。\n责任部门\n市数据局、市司法局要加强协作。\n责任单位\n一览表另发。\n",
			"# 一、主要任务\n（一）|明确责任|责任部门/市数据局、市司法局要加强协作。/责任单位/一览表另发。|\n", "what follows is no list",
		},
		{"over an item", head + "（一）责任部门\n市数据局\n（二）压减材料。\n", "# 一、主要任务\n（一）|责任部门|市数据局|\n（二）|压减材料||\n", "a numbered line is a heading"},
		{
			"strokes", head + "（一）建设平台。整合系统。\n责任单位/市数据局、市司法局\n完成时限/2025年底前\n（二）压减材料。（责任单位|市司法局）\n（三）规范收费。责任部门／市财政局。\n",
			"# 一、主要任务\n（一）|建设平台|整合系统。|市数据局、市司法局 <2025年底前\n（二）|压减材料||市司法局\n（三）|规范收费||市财政局\n", "",
		},
		{"strokes between labels", head + "（一）建设平台。\n责任单位/配合单位要加强协作。\n", "# 一、主要任务\n（一）|建设平台|责任单位/配合单位要加强协作。|\n", "no list follows"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, tt.want, rows(parse(t, tt.in)), tt.reason)
		})
	}
}
