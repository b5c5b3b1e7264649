package target

import (
	"strings"
	"sync"
)

// unitUse says where a unit makes a target.
type unitUse uint8

const (
	counting unitUse = iota // anywhere: 新增20家
	bounded                 // only with an operator word before it: 4级 is a name, 不低于4级 is none
	duration                // a stretch of time: as bounded, or N日内
)

// unitWord is a measure word, folded.
type unitWord struct {
	word string
	use  unitUse
	not  string // what may not follow: it would make another word of it
}

// unitLists holds the measure words by use, separated by blanks. What stands
// behind a colon may not follow the word: 个:性体 keeps 3个性化服务 from counting 个.
var unitLists = [...]struct {
	use   unitUse
	words string
}{
	{counting, `个:性体 家:庭长属 名:单称录牌优校列 人:员才口民均工大文机类群事居 人次 人份 人天 人日 人月 人公里
		项:目 条:例件约 件:套均 件次 座 处:理室罚于在 户:外籍均 户次 家次 套:餐 台套 张:力 所:有在以谓 间:接隔 栋 幢
		台:湾账 辆 辆次 艘 艘次 架:构 架次 列:入为出举 列次 班:列子级 班次 航次 车次 场:所景地馆 场次 批 批次 轮:动候换
		部:门分署委长 本:次地市科级 册 卷 篇:章 幅:度 份:额 支:持撑付出线行部 组:织建成合 队:伍 对:接于外标口象应比 双
		只:有要需 头:部 匹:配 羽 尾:号 株:洲 枝 棵 根:据 块:链 片:区 枚 颗 颗星 粒 瓶 盒 箱 袋 桶 包:括含装 道:路 口:岸径
		眼 孔 门:户诊店 节:点能约日目 类:别型似 种:类植 款:项式 樘 盏 面:积向对 杆 床:位 席:位 位:于居列置 例:如外行 例次
		宗:旨 起:来草步点 笔 单:位元个 票:据 标箱 标准箱 国际标准箱 站:点 盘:活 份次 剂次 剂 字:样 词 页 帧 盆 篮 捆 垛 筐
		课时 学时 学分 标准机架 机架 机柜 标准车 折 成:立为果效本员长功熟套就
		瓦 千瓦 兆瓦 吉瓦 千瓦时 千瓦小时 兆瓦时 度:假量 千伏安 兆伏安 赫 千赫 兆赫 吉赫 比特 字节 兆字节 吉字节 太字节
		公里 千米 米:粮 厘米 毫米 微米 纳米 海里 里:程面 车道公里 皮长公里 芯公里 公里小时 吨公里
		亩:均 公顷 顷 平方米 平方公尺 平方公里 平方千米 平米 坪 立方米 立方公尺 方:面案式向便位 升:级至到高 毫升 公升
		吨:位 千克 公斤 克:服 毫克 微克 斤 公吨 大卡 千卡 焦 千焦 吉焦
		元:素旦月年 美元 欧元 港元 日元 英镑 角:度 块钱
		% ‰ 个百分点 百分点 倍 分贝 摄氏度 度电`},
	{bounded, `级:别 星:级 岁 周岁 位次 分:别布类级析解区之批步期支公局组管工 代 届 期:间限末 伏 千伏 兆 层:级面次 次:要年 环 强 线`},
	{duration, `年:度 个月 月:份 周:边期围末转年岁 星期 礼拜 日:常均前起至 天:然津河猫气 个工作日 工作日 个自然日 自然日 个小时 小时
		分钟 秒 毫秒 个季度 季度 个学期 学期 刻钟 个交易日 个周`},
}

// latinUnits are the units in Latin letters: the whole run of letters must be
// one of them.
var latinUnits = [...]string{
	"km", "m", "cm", "mm", "nm", "μm", "kg", "g", "mg", "t", "kW", "KW", "kw", "MW", "GW", "TW", "W", "kWh", "MWh", "GWh", "kV", "KV", "kVA", "MVA",
	"Hz", "MHz", "GHz", "GB", "TB", "PB", "EB", "MB", "Mbps", "Gbps", "bps", "ms", "L", "mL", "ml", "dB", "ppm", "hm", "km2", "m2", "m3",
	"EFLOPS", "PFLOPS", "EFlops", "PFlops", "TEU", "P", "℃", "㎡", "m²", "m³", "km²", "hm²", "mg/L", "kgce", "tce",
}

// unitIndex finds the words by their first character, the longer first.
var unitIndex = sync.OnceValue(func() map[rune][]unitWord {
	index := map[rune][]unitWord{}
	for _, list := range unitLists {
		for field := range strings.FieldsSeq(list.words) {
			word, not, _ := strings.Cut(field, ":")
			u := unitWord{word, list.use, not}
			for _, first := range word {
				index[first] = insert(index[first], u)
				break
			}
		}
	}
	return index
})

// insert keeps words ordered by falling length.
func insert(words []unitWord, u unitWord) []unitWord {
	i := 0
	for i < len(words) && len(words[i].word) >= len(u.word) {
		i++
	}
	words = append(words, unitWord{})
	copy(words[i+1:], words[i:])
	words[i] = u
	return words
}

// unit is a measure word as it stands in a text.
type unit struct {
	start, end int
	use        unitUse
	percent    bool
}

// unitAt reads the measure word at text[pos:], with a rate behind it.
func unitAt(text string, pos int) (unit, bool) {
	start := gap(text, pos)
	u, ok := simpleUnitAt(text, start)
	if !ok {
		return unit{}, false
	}
	for !u.percent {
		end, ok := rateAt(text, u.end)
		if !ok {
			break
		}
		u.end = end
		if u.use != counting {
			u.use = counting
		}
	}
	return u, true
}

// simpleUnitAt reads one measure word without a rate.
func simpleUnitAt(text string, start int) (unit, bool) {
	r, _ := runeAt(text, start)
	for _, w := range unitIndex()[r] {
		end, ok := match(text, start, w.word)
		if !ok {
			continue
		}
		next, _ := runeAt(text, gap(text, end))
		if !oneOf(next, w.not) {
			return unit{start: start, end: end, use: w.use, percent: r == '%'}, true
		}
	}
	return latinAt(text, start)
}

// latinAt reads a unit in Latin letters.
func latinAt(text string, start int) (unit, bool) {
	end := start
	for end < len(text) && isLatin(text[end]) {
		end++
	}
	for _, sign := range [...]string{"℃", "㎡", "²", "³"} {
		if strings.HasPrefix(text[end:], sign) {
			end += len(sign)
		}
	}
	for _, u := range &latinUnits {
		if text[start:end] == u {
			return unit{start: start, end: end}, true
		}
	}
	return unit{}, false
}

func isLatin(b byte) bool { return 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' }

// rateAt reads what a unit is divided by: /立方米, /人·年, 每立方米.
func rateAt(text string, pos int) (int, bool) {
	p := gap(text, pos)
	r, after := runeAt(text, p)
	if !oneOf(r, "/·每") {
		return pos, false
	}
	after = gap(text, after)
	for {
		m, end := runeAt(text, after)
		if !oneOf(m, "百千万亿") || isUnit(text, after) {
			break
		}
		after = end
	}
	u, ok := simpleUnitAt(text, after)
	if !ok {
		return pos, false
	}
	return u.end, true
}

func isUnit(text string, pos int) bool {
	_, ok := simpleUnitAt(text, pos)
	return ok
}
