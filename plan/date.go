package plan

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/qiaotoubao/fangan/convert/numeral"
)

// Date is a day, or a month where Day is 0, or a year where Month is 0 too.
// The zero Date is no date.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// String returns the date as 2017-10-05, 2017-10 or 2017 (ISO 8601), and the
// empty string for no date.
func (d Date) String() string {
	switch {
	case d.IsZero():
		return ""
	case d.Month == 0:
		return fmt.Sprintf("%04d", d.Year)
	case d.Day == 0:
		return fmt.Sprintf("%04d-%02d", d.Year, int(d.Month))
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day)
}

// MarshalText writes the date as [Date.String] does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what [Date.String] writes.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	for _, layout := range []string{"2006-01-02", "2006-01", "2006"} {
		t, err := time.Parse(layout, string(text))
		if err != nil {
			continue
		}
		*d = Date{Year: t.Year()}
		if len(layout) > 4 {
			d.Month = t.Month()
		}
		if len(layout) > 7 {
			d.Day = t.Day()
		}
		return nil
	}
	return fmt.Errorf("plan: no date: %q", text)
}

// eras are the words before years that count from 1912.
// Their first year is the one behind firstOfEra.
var eras = []string{"中華民國", "中华民国", "民國", "民国"}

// parseDate reads a date such as 2023年5月18日, 2022年5月, 2025-05-27,
// 二〇一七年十月五日 or 中華民國113年5月20日 at the start of s.
func parseDate(s string) Date {
	for _, era := range eras {
		if rest, found := strings.CutPrefix(s, era); found {
			return readDate(rest, firstOfEra)
		}
	}
	return readDate(s, 0)
}

const firstOfEra = 1911

// readDate reads a date whose years count from the one behind first.
func readDate(s string, first int64) Date {
	var d Date
	var parts [3]int64
	for i := range parts {
		v, n, err := numeral.Scan(s)
		if err != nil || n == 0 {
			break
		}
		parts[i] = v
		s = s[n:]
		mark, size := utf8.DecodeRuneInString(s)
		if size == 0 || !strings.ContainsRune("年月日-/.", mark) {
			break
		}
		s = s[size:]
	}
	if parts[0] > 0 {
		parts[0] += first
	}
	if parts[0] < 1000 || parts[0] > 9999 {
		return d
	}
	d.Year = int(parts[0])
	if parts[1] >= 1 && parts[1] <= 12 {
		d.Month = time.Month(parts[1])
	}
	if d.Month != 0 && parts[2] >= 1 && parts[2] <= 31 {
		d.Day = int(parts[2])
	}
	return d
}
