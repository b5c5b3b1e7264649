package plan

import "fmt"

// Role is what a duty asks of its bodies.
type Role int

// The roles. The zero Role is invalid.
const (
	RoleInvalid     Role = iota
	RoleUnspecified      // 责任部门, …负责
	RoleLead             // 牵头, 主办
	RoleSupport          // 配合, 协办, 参与
)

// Script is the script of a text.
type Script int

// The scripts. The zero Script is that of a text without Chinese characters
// that tell.
const (
	ScriptNone Script = iota
	ScriptHans        // Simplified
	ScriptHant        // Traditional
	ScriptMixed
)

// Severity is how much a diagnostic matters.
type Severity int

// The severities. The zero Severity is invalid.
const (
	SeverityInvalid Severity = iota
	Info                     // worth knowing, nothing is wrong
	Warning                  // the text is strange; the plan may be as meant
	Error                    // something could not be read
)

// Code tells what a diagnostic is about.
type Code int

// The codes. The zero Code is invalid.
const (
	CodeInvalid     Code = iota
	NumberSkipped        // a number does not follow the one before it
	NumberRepeated       // a number stands twice
	UnclosedBracket      // a bracket that nothing closes
	EmptyNote            // a note without names
	RepeatedName         // a name stands twice in one note
	DamagedText          // characters that a transcoding left
	Repaired             // damage that was undone
	BadBytes             // bytes that are no text
	Unplaced             // text that no rule placed; it is in no other part of the plan
	SeveralPlans         // the text has a further plan, which is kept as an attachment
)

// RuleKind tells what a rule says.
type RuleKind int

// The kinds of rule. The zero RuleKind is invalid.
const (
	RuleInvalid   RuleKind = iota
	RuleOther              // a rule that is kept as text
	RuleFirstLead          // 排名第一位的为牵头单位: the first name of each note leads
	RuleCommaLead          // 逗号前为牵头单位: the names before the first comma lead
	RuleAddAll             // 以下均需…负责: names that each later note means too
)

// names gives the words of an enum, by value.
type names[T ~int] []string

func (n names[T]) text(v T) string {
	if v < 0 || int(v) >= len(n) {
		return "invalid"
	}
	return n[v]
}

func (n names[T]) parse(what string, text []byte, to *T) error {
	for i, s := range n {
		if s == string(text) && s != "invalid" {
			*to = T(i)
			return nil
		}
	}
	return fmt.Errorf("plan: unknown %s %q", what, text)
}

var (
	roleNames     = names[Role]{"invalid", "unspecified", "lead", "support"}
	scriptNames   = names[Script]{"none", "Hans", "Hant", "mixed"}
	severityNames = names[Severity]{"invalid", "info", "warning", "error"}
	ruleNames     = names[RuleKind]{"invalid", "other", "first-lead", "comma-lead", "add-all"}
	codeNames     = names[Code]{
		"invalid", "number-skipped", "number-repeated", "unclosed-bracket", "empty-note", "repeated-name",
		"damaged-text", "repaired", "bad-bytes", "unplaced", "several-plans",
	}
)

// String returns the word for the role in JSON.
func (r Role) String() string { return roleNames.text(r) }

// MarshalText writes the role as its word.
func (r Role) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads the word for a role.
func (r *Role) UnmarshalText(text []byte) error { return roleNames.parse("role", text, r) }

// String returns the script's code of ISO 15924, or none or mixed.
func (s Script) String() string { return scriptNames.text(s) }

// MarshalText writes the script as its word.
func (s Script) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the word for a script.
func (s *Script) UnmarshalText(text []byte) error { return scriptNames.parse("script", text, s) }

// String returns the word for the severity.
func (s Severity) String() string { return severityNames.text(s) }

// MarshalText writes the severity as its word.
func (s Severity) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads the word for a severity.
func (s *Severity) UnmarshalText(text []byte) error { return severityNames.parse("severity", text, s) }

// String returns the word for the code.
func (c Code) String() string { return codeNames.text(c) }

// MarshalText writes the code as its word.
func (c Code) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads the word for a code.
func (c *Code) UnmarshalText(text []byte) error { return codeNames.parse("code", text, c) }

// String returns the word for the kind of rule.
func (k RuleKind) String() string { return ruleNames.text(k) }

// MarshalText writes the kind as its word.
func (k RuleKind) MarshalText() ([]byte, error) { return []byte(k.String()), nil }

// UnmarshalText reads the word for a kind of rule.
func (k *RuleKind) UnmarshalText(text []byte) error { return ruleNames.parse("rule", text, k) }
