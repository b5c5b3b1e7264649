package department

import (
	"slices"
	"strings"
)

// agencies are central bodies whose branches stand in many places: the
// spelling that ids use, the others, and what a branch of it ends in.
var agencies = [...]struct {
	name     string
	variants []string
	ends     []string
}{
	{"人民银行", []string{"中国人民银行", "人行", "央行"}, []string{"分行", "支行", "总部", "营业管理部", "中心支行"}},
	{"外汇管理局", []string{"国家外汇管理局", "国家外汇局", "外管局", "外汇局"}, []string{"分局", "支局", "外汇管理部"}},
	{"国家开发银行", []string{"国开行"}, []string{"分行"}},
	{"中国进出口银行", []string{"进出口银行"}, []string{"分行"}},
	{"农业发展银行", []string{"中国农业发展银行", "农发行"}, []string{"分行", "支行"}},
	{"中国出口信用保险公司", []string{"中国信保", "中信保"}, []string{"分公司", "营业管理部", "办事处"}},
}

// regulators are central bodies whose branch 甲 X 监管局 is called X 乙 for short.
var regulators = [...]struct {
	names []string
	short string
}{
	{[]string{"中国证券监督管理委员会", "中国证监会", "证监会"}, "证监"},
	{[]string{"中国银行保险监督管理委员会", "中国银保监会", "银保监会"}, "银保监"},
	{[]string{"中国银行业监督管理委员会", "中国银监会", "银监会"}, "银监"},
	{[]string{"中国保险监督管理委员会", "中国保监会", "保监会"}, "保监"},
	{[]string{"国家金融监督管理总局", "国家金融监管总局", "金融监管总局"}, "金融监管"},
}

// branchOf spells the name of a central agency's branch the short way: 中国人民银行
// 济南分行 is 人民银行济南分行, 国家税务总局上海市税务局 is 上海市税务局, and
// 中国证券监督管理委员会上海监管局 is 上海证监局. Other names stay.
func branchOf(name string) string {
	if rest, ok := cutAny(name, "国家税务总局", "税务总局"); ok && strings.HasSuffix(rest, "税务局") && rest != "税务局" {
		return rest
	}
	for _, r := range regulators {
		rest, ok := cutAny(name, r.names...)
		if !ok {
			continue
		}
		if place, ok := strings.CutSuffix(rest, "监管局"); ok && place != "" {
			return place + r.short + "局"
		}
		if place, ok := strings.CutSuffix(rest, "监管分局"); ok && place != "" {
			return place + r.short + "分局"
		}
	}
	for _, a := range agencies {
		if rest, ok := cutAny(name, a.variants...); ok && endsInAny(rest, a.ends) {
			return a.name + rest
		}
	}
	return name
}

func cutAny(s string, prefixes ...string) (string, bool) {
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(s, p); ok {
			return rest, true
		}
	}
	return s, false
}

func endsInAny(s string, ends []string) bool {
	for _, e := range ends {
		if strings.HasSuffix(s, e) {
			return true
		}
	}
	return false
}

// isAgency tells whether a name is that of a central agency's branch.
func isAgency(name string) bool {
	name = branchOf(name)
	for _, a := range agencies {
		if rest, ok := strings.CutPrefix(name, a.name); ok && endsInAny(rest, a.ends) {
			return true
		}
	}
	return false
}

// isBase tells whether a name is a central agency's own, as its branches write
// it before their place.
func isBase(name string) bool {
	for _, a := range agencies {
		if name == a.name || slices.Contains(a.variants, name) {
			return true
		}
	}
	for _, r := range regulators {
		if slices.Contains(r.names, name) {
			return true
		}
	}
	return name == "国家税务总局"
}
