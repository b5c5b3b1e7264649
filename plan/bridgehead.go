package plan

import (
	"strings"
	"time"

	"github.com/qiaotoubao/fangan/internal/lazy"
	"github.com/qiaotoubao/fangan/seeds"
)

// Bridgehead returns the embedded plan: Shanghai's 2017 plan to serve the Belt
// and Road Initiative as a bridgehead (上海服务国家“一带一路”建设发挥桥头堡作用行动方案). It is read
// once, on first use; all callers share it and must not change it. Spans are of
// the text of [seeds.Bridgehead], whose damage is repaired as [Read] does, and
// which lacks title, issuer and date.
func Bridgehead() *Plan { return bridgehead.Get(readBridgehead) }

var bridgehead lazy.Value[*Plan]

func readBridgehead() *Plan {
	doc := seeds.Bridgehead()
	p, err := Read(strings.NewReader(doc.Text), nil)
	if err != nil {
		panic(err) // a test reads the same text
	}
	p.Title, p.Issuer = doc.Title, doc.Issuer
	p.Date = Date{Year: doc.Year, Month: time.Month(doc.Month)}
	return p
}
