package target

import (
	"fmt"
	"time"
)

// Date is a day of the Gregorian calendar. The zero Date is no day.
type Date struct {
	Year, Month, Day int
}

// IsZero reports whether d is no day.
func (d Date) IsZero() bool { return d == Date{} }

// String returns the day as 2006-01-02, and "" for the zero Date.
func (d Date) String() string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// MarshalText writes what [Date.String] returns.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a day as 2006-01-02, and "" as the zero Date. It reports
// an error for a day that the calendar lacks.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = Date{}
		return nil
	}
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil {
		return fmt.Errorf("target: %q is no date", text)
	}
	*d = Date{t.Year(), int(t.Month()), t.Day()}
	return nil
}

// lastDay returns the number of days in a month.
func lastDay(year, month int) int {
	switch month {
	case 4, 6, 9, 11:
		return 30
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	}
	return 31
}

// valid reports whether the calendar has the day.
func (d Date) valid() bool {
	return d.Month >= 1 && d.Month <= 12 && d.Day >= 1 && d.Day <= lastDay(d.Year, d.Month)
}

// days is a part of the calendar, both ends included.
type days struct{ first, last Date }

func yearDays(year int) days { return monthDays(year, 1, 12) }

func monthDays(year, from, to int) days {
	return days{Date{year, from, 1}, Date{year, to, lastDay(year, to)}}
}
