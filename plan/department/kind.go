package department

import (
	"errors"
	"fmt"
)

// ErrName is the cause of an error for a name of a [Kind] or a [Level] that
// does not exist.
var ErrName = errors.New("no such name")

// Kind says what sort of body it is. The zero value is invalid.
type Kind uint8

// The kinds of bodies. Which level a commission, bureau or office belongs to,
// its [Level] says.
const (
	KindInvalid          Kind = iota
	Ministry                  // a department of the State Council: 科技部, 国家卫生计生委
	Commission                // 委员会 of a local government: 市商务委
	Bureau                    // 局 or 厅 of a local government: 市财政局, 省财政厅
	Office                    // 办公室 of a local government, and other offices: 市政府外办
	PartyDepartment           // a department of the Party: 市委宣传部
	CentralBranch             // a central agency's branch in a place: 上海海关
	RegulatorBranch           // a financial regulator's branch: 上海证监局
	Bank                      // a bank or its branch
	Insurer                   // an insurance company or its branch
	Exchange                  // an exchange: 上海期货交易所
	MarketInfrastructure      // a market's clearing and trading system: 上海清算所
	Company                   // any other company
	University                // a university or college
	Institute                 // a research institute: 上海社科院
	ZoneAdministration        // a zone's administration: 上海自贸试验区管委会
	Association               // a federation or association: 市工商联
	LeadingGroup              // a leading group or its office: 领导小组
	Arbitration               // an arbitration commission
	PublicInstitution         // a centre or another public institution
	International             // an international organization
	Other                     // none of these
)

var kindNames = [...]string{
	"invalid", "ministry", "commission", "bureau", "office", "party-department",
	"central-branch", "regulator-branch", "bank", "insurer", "exchange",
	"market-infrastructure", "company", "university", "institute",
	"zone-administration", "association", "leading-group", "arbitration",
	"public-institution", "international", "other",
}

// String returns the kind's name, such as "party-department"; a value that is
// no kind is "Kind(200)".
func (k Kind) String() string { return nameOf("Kind", kindNames[:], uint8(k)) }

// MarshalText returns the name that [Kind.String] gives; a value that is no
// kind is an error.
func (k Kind) MarshalText() ([]byte, error) { return marshal("kind", kindNames[:], uint8(k)) }

// UnmarshalText sets k to the kind with that name; another text is an error
// that wraps [ErrName], and k stays.
func (k *Kind) UnmarshalText(text []byte) error {
	return unmarshal("kind", kindNames[:], text, (*uint8)(k))
}

func nameOf(what string, names []string, v uint8) string {
	if int(v) >= len(names) {
		return fmt.Sprintf("%s(%d)", what, v)
	}
	return names[v]
}

func marshal(what string, names []string, v uint8) ([]byte, error) {
	if int(v) >= len(names) {
		return nil, fmt.Errorf("department: %s %d: %w", what, v, ErrName)
	}
	return []byte(names[v]), nil
}

func unmarshal(what string, names []string, text []byte, v *uint8) error {
	for i, name := range names {
		if name == string(text) {
			*v = uint8(i)
			return nil
		}
	}
	return fmt.Errorf("department: %s %q: %w", what, text, ErrName)
}
