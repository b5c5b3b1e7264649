package main

import (
	"strings"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/internal/lexicon"
)

// classOf returns the class of a word by its part of speech in gse's list.
func classOf(text, speech string) lexicon.Class {
	if utf8.RuneCountInString(text) == 1 {
		return singleClass(speech)
	}
	if isBody(text, speech) {
		return lexicon.Body
	}
	if c := endClass(text, speech); c != lexicon.Other {
		return c
	}
	switch speech {
	case "ns":
		return lexicon.Place
	case "nz", "nt", "nr", "nrt":
		return lexicon.Proper
	case "n", "j", "b", "l", "s", "vn", "zg":
		return lexicon.Noun
	}
	return lexicon.Other
}

// singleClass returns the class of a word of one character: those that are a
// word's remains may be part of a name, the little words may not.
func singleClass(speech string) lexicon.Class {
	switch speech {
	case "n", "ng", "nr", "ns", "nz", "g", "zg", "x", "j", "b", "o", "a":
		return lexicon.Single
	}
	return lexicon.Other
}

// endClass returns the class of a word that ends in what is a body: 理工大学,
// 浙江省人民政府. It is Other for all other words.
func endClass(text, speech string) lexicon.Class {
	switch speech {
	case "n", "nr", "nt", "nz", "j", "l":
	default:
		return lexicon.Other
	}
	ends := func(list string) bool {
		for end := range strings.FieldsSeq(list) {
			if len(text) > len(end) && strings.HasSuffix(text, end) {
				return true
			}
		}
		return false
	}
	switch {
	case ends("办") && utf8.RuneCountInString(text) == 3 && text != "怎么办":
		return lexicon.Body
	case ends("人民政府"):
		return lexicon.Seat
	case ends("大学 学院 银行 研究院 研究所 图书馆 博物馆 美术馆 出版社 电视台"):
		return lexicon.Institution
	case ends("公司 医院 协会") && speech[0] == 'n' && speech != "n": // not 跨国公司
		return lexicon.Company
	}
	return lexicon.Other
}

// isBody reports whether a word of the list is a name of a body, or its end.
func isBody(text, speech string) bool {
	switch speech {
	case "n", "nt", "j", "ns", "nz", "l":
	default:
		return false
	}
	for _, end := range []string{"局", "委", "厅", "署"} {
		if strings.HasSuffix(text, end) {
			return !strings.Contains(noBodies, text)
		}
	}
	switch {
	case speech == "nt":
		for _, end := range []string{"部", "院", "行", "会", "办", "社", "馆", "所", "校"} {
			if strings.HasSuffix(text, end) {
				return true
			}
		}
	case strings.HasSuffix(text, "部"):
		return strings.Contains(ministries, text)
	}
	return false
}

const (
	ministries = "财政部 教育部 科技部 商务部 公安部 民政部 司法部 外交部 国防部 交通部 铁道部 水利部 农业部 文化部 卫生部 建设部 国土资源部 环保部 组织部 宣传部 统战部 中宣部 中组部 中联部 工信部 人社部 信息产业部 劳动部 人事部 监察部 国家安全部 安全部 交通运输部 住建部 生态环境部 自然资源部 应急管理部 农业农村部"
	noBodies   = "布局 结局 格局 大局 全局 时局 政局 战局 当局 书局 出局 残局 棋局 僵局 开局 终局 败局 牌局 赌局 饭局 骗局 危局 定局 变局 平局 对局 胜局 首局 首长 客厅 餐厅 大厅 歌厅 舞厅 门厅 前厅 后厅 正厅 宴会厅 展厅 营业厅 候车厅 音乐厅 花厅 饭厅 过厅 咖啡厅 西餐厅 政委 常委 编委 推委 原委 党政当局 部署 签署 连署 中局 破局 入局 布署 军政署"
)
