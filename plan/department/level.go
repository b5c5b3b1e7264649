package department

import "strings"

// Level is the level of government that a name writes before the body. The
// zero value is invalid.
type Level uint8

// The levels. They are what the name says, not what the place is: 市商务委 is
// at the level City, though 上海市 ranks as a province.
const (
	LevelInvalid Level = iota
	NoLevel            // 上海海关, 复旦大学, 发展改革委
	National           // 国家发展改革委, 财政部
	Province           // 省, 自治区, 兵团
	City               // 市
	Prefecture         // 州, 盟, 地区
	District           // 区, 新区
	County             // 县, 旗
	Township           // 镇, 乡, 街道
)

var levelNames = [...]string{
	"invalid", "none", "national", "province", "city", "prefecture", "district", "county", "township",
}

// String returns the level's name, such as "province"; a value that is no
// level is "Level(200)".
func (l Level) String() string { return nameOf("Level", levelNames[:], uint8(l)) }

// MarshalText returns the name that [Level.String] gives; a value that is no
// level is an error.
func (l Level) MarshalText() ([]byte, error) { return marshal("level", levelNames[:], uint8(l)) }

// UnmarshalText sets l to the level with that name; another text is an error
// that wraps [ErrName], and l stays.
func (l *Level) UnmarshalText(text []byte) error {
	return unmarshal("level", levelNames[:], text, (*uint8)(l))
}

// levelWords are the words for levels, folded. A word stands before those that
// it ends with (自治区 before 区).
var levelWords = [...]struct {
	word  string
	level Level
}{
	{"特别行政区", Province},
	{"自治区", Province},
	{"自治州", Prefecture},
	{"自治县", County},
	{"自治旗", County},
	{"新区", District},
	{"地区", Prefecture},
	{"街道", Township},
	{"兵团", Province},
	{"国家", National},
	{"全国", National},
	{"国务院", National},
	{"中央", National},
	{"省", Province},
	{"市", City},
	{"州", Prefecture},
	{"盟", Prefecture},
	{"区", District},
	{"县", County},
	{"旗", County},
	{"镇", Township},
	{"乡", Township},
}

// ordinary are words that only begin like a level.
var ordinary = [...]string{
	"市场", "市政", "市民", "市容", "市级", "市直", "市属", "市县", "市区", "市域", "市内", "市外", "市值", "市价", "市辖",
	"省级", "省直", "省属", "省市", "省会", "省域", "省内", "省外", "省际", "省道",
	"区域", "区级", "区块", "区直", "区属", "区位", "区县", "区间", "区内", "区外", "区分", "区别",
	"县域", "县级", "县直", "县乡", "县区", "县市", "县道", "州直", "州级", "州县", "盟市", "旗县",
	"镇村", "镇街", "镇区", "乡村", "乡镇", "国家级", "全国性", "街道办", "地区性", "新区块",
}

// levelAtEnd returns the level word that s ends with, "" where there is none.
func levelAtEnd(s string) (string, Level) {
	for _, w := range levelWords {
		if strings.HasSuffix(s, w.word) {
			return w.word, w.level
		}
	}
	return "", NoLevel
}

// levelAtStart returns the level word that s begins with, "" where there is
// none or where an ordinary word begins like one (市场, 区域).
func levelAtStart(s string) (string, Level) {
	for _, w := range levelWords {
		if !strings.HasPrefix(s, w.word) {
			continue
		}
		for _, o := range ordinary {
			if strings.HasPrefix(s, o) && !strings.HasPrefix(s, "市政府") {
				return "", NoLevel
			}
		}
		return w.word, w.level
	}
	return "", NoLevel
}
