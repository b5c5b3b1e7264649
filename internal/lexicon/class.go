package lexicon

// Class says what a word is to the rules for numbers and names.
type Class uint8

// The classes. That of a word comes from our lists, or else from its part of
// speech in gse's list.
const (
	Other       Class = iota // all else: no name holds it
	Noun                     // may stand inside a name
	Proper                   // a name of anything: a name of a body may begin with it
	Single                   // one character, but no particle
	Place                    // 上海, 浙江省
	Level                    // 市, 省: what a body is of
	Nation                   // 国家, 中国
	Seat                     // 市政府, 省委: a body, and what other bodies are of
	Domain                   // what bodies care for: 发展, 财政
	Service                  // what centres do: 研究, 交易
	Body                     // a whole name, or the end of a longer one: 教委, 财政局
	Government               // 政府, which stands right behind its place
	Office                   // the end of a name of an authority: 委员会
	Short                    // the same in one character: 委, 局
	Institution              // the end of other names: 大学, 海关
	Company                  // such an end that needs more than a place before it: 集团
	Centre                   // 中心, which is the end of a name behind what such centres do
	Branch                   // 分行, 总部: the end of a name behind another name
	Unit                     // makes one word with its number: 公里, 人次
	Year                     // 年, which does so behind four digits
	Number                   // made by rule, in no list
)
