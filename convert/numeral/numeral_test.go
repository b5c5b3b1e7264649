package numeral_test

import (
	"encoding/json"
	"errors"
	"math"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/numeral"
)

func TestConformance(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("testdata/numerals.json")
	require.NoError(t, err)
	var file struct {
		Cases []struct {
			Text  string
			Value int64
			Error bool
			Why   string
		}
	}
	require.NoError(t, json.Unmarshal(data, &file))
	require.NotEmpty(t, file.Cases)
	for _, c := range file.Cases {
		v, err := numeral.Parse(c.Text)
		if c.Error {
			require.Error(t, err, "%s: %s", c.Text, c.Why)
			continue
		}
		require.NoError(t, err, "%s: %s", c.Text, c.Why)
		require.Equal(t, c.Value, v, "%s: %s", c.Text, c.Why)
	}
}

func TestParse(t *testing.T) {
	t.Parallel()
	tests := []struct {
		in     string
		want   int64
		reason string
	}{
		{"贰拾万零陆仟零叁", 206003, "a bank's 零 behind 拾万"},
		{"一百九十万零三千九百七十一", 1903971, "the same in plain characters"},
		{"贰拾萬零陸仟零叁", 206003, "Traditional"},
		{"二十一万零六千", 216000, "零 between groups may be redundant"},
		{"四千七", 4700, "one digit at the end"},
		{"五亿八", 580000000, "one digit at the end"},
		{"二十万三", 203000, "behind 万 it counts thousands"},
		{"二百零五", 205, "with 零 it is itself"},
		{"两千两百", 2200, "两 before each unit"},
		{"一亿零五", 100000005, "one 零 for seven places"},
		{"一亿五百万", 105000000, "零 may be missing"},
		{"一万二千亿", 1200000000000, "a section with 万"},
		{"三万亿零五百万", 3000005000000, "万亿 and a rest"},
		{"二兆三千亿", 2300000000000, "兆 above 亿"},
		{"十二万三千四百五十六", 123456, "all places"},
		{"一百廿三", 123, "廿 inside"},
		{"卅", 30, "alone"},
		{"卌五", 45, "forty"},
		{"廿万", 200000, "before 万"},
		{"廿三万", 230000, "before 万"},
		{"二○一七", 2017, "a circle for 〇"},
		{"二0一七", 2017, "a 0 for 〇"},
		{"〇〇七", 7, "leading zeros of a digit string"},
		{"零五", 5, "two digits, one a zero"},
		{"007", 7, "leading zeros"},
		{"１，２００", 1200, "full-width comma among full-width digits"},
		{"1,234,567", 1234567, "groups of three"},
		{"1.5万亿", 1500000000000, "万亿 behind a decimal"},
		{"0.00005万亿", 50000000, "the product counts"},
		{"1亿2.5万", 100025000, "a decimal in the second section"},
		{"２．３万", 23000, "full-width point"},
		{"3百万", 3000000, "a digit before 百万"},
		{"2千5百万", 25000000, "alternating"},
		{"万", 10000, "a unit alone lacks its 一"},
		{"十万", 100000, "before 万"},
		{"一千零十五", 1015, "十 behind 零 may lack its 一"},
		{"负三", -3, "negative"},
		{"負壹佰", -100, "negative, Traditional"},
		{"⼀⼗", 10, "radical forms from PDF files: 一十"},
		{"㊿", 50, "enclosed"},
		{"ⅷ", 8, "small Roman"},
		{"⓿", 0, "enclosed zero"},
		{"九百二十二万三千三百七十二兆零三百六十八亿五千四百七十七万五千八百零七", math.MaxInt64, "the largest"},
		{"9223372036854775807", math.MaxInt64, "the largest"},
		{"负9223372036854775808", math.MinInt64, "the smallest"},
	}
	for _, tt := range tests {
		got, err := numeral.Parse(tt.in)
		require.NoError(t, err, "%s: %s", tt.in, tt.reason)
		require.Equal(t, tt.want, got, "%s: %s", tt.in, tt.reason)
		v, n, err := numeral.Scan(tt.in + "。")
		if tt.want >= 0 {
			require.NoError(t, err, tt.in)
			require.Equal(t, len(tt.in), n, "Scan takes all of %s", tt.in)
			require.Equal(t, tt.want, v, tt.in)
		}
	}
}

func TestParseErrors(t *testing.T) {
	t.Parallel()
	tests := []struct {
		in     string
		offset int
		reason numeral.Reason
	}{
		{"", 0, numeral.Empty},
		{"甲", 0, numeral.Foreign},
		{"负", 0, numeral.Foreign},
		{"十二项", 6, numeral.Foreign},
		{"十几", 3, numeral.Foreign},
		{"数百", 0, numeral.Foreign},
		{"百余", 3, numeral.Foreign},
		{"①②", 3, numeral.Foreign},
		{"十①", 3, numeral.Foreign},
		{" 十", 0, numeral.Foreign},
		{"-5", 0, numeral.Foreign},
		{"三四", 0, numeral.Estimate},
		{"五六百", 3, numeral.Estimate},
		{"十五六", 6, numeral.Estimate},
		{"一二三万", 3, numeral.Estimate},
		{"两三个", 3, numeral.Estimate},
		{"三5", 3, numeral.Estimate},
		{"三廿", 3, numeral.Estimate},
		{"一百五万", 6, numeral.Ambiguous},
		{"一万三亿", 6, numeral.Ambiguous},
		{"五万亿八", 9, numeral.Ambiguous},
		{"1.2345亿5", 9, numeral.Ambiguous},
		{"三兆五", 6, numeral.Ambiguous},
		{"百万百", 6, numeral.NoDigit},
		{"十万百", 6, numeral.NoDigit},
		{"一亿千万", 6, numeral.NoDigit},
		{"两十", 3, numeral.NoDigit},
		{"二十两", 6, numeral.NoDigit},
		{"一百零两", 9, numeral.NoDigit},
		{"二十两万", 6, numeral.NoDigit},
		{"万万", 3, numeral.NoDigit},
		{"一千零百", 9, numeral.NoDigit},
		{"十十", 3, numeral.Order},
		{"三十五十", 9, numeral.Order},
		{"一百二千", 9, numeral.Order},
		{"一万二十万", 12, numeral.Order},
		{"一亿二亿", 9, numeral.Order},
		{"一亿2.5亿", 9, numeral.Order},
		{"一百1.5万", 6, numeral.Order},
		{"一亿二兆", 9, numeral.Order},
		{"三百20", 0, numeral.Invalid},
		{"1万20000", 4, numeral.Order},
		{"1亿20000万", 9, numeral.Order},
		{"一百零", 9, numeral.Zero},
		{"零十", 0, numeral.Zero},
		{"一百零零五", 9, numeral.Zero},
		{"三百零二十", 12, numeral.Zero},
		{"二十零五", 9, numeral.Zero},
		{"三零百", 3, numeral.Zero},
		{"一万零亿", 9, numeral.Zero},
		{"3.14", 0, numeral.Fraction},
		{"3.", 1, numeral.Fraction},
		{"1.23456万", 0, numeral.Fraction},
		{"1.5百", 3, numeral.Fraction},
		{"1.5兆", 3, numeral.Fraction},
		{"1.5千万", 3, numeral.Fraction},
		{"1,20", 1, numeral.Separators},
		{"1234,567", 4, numeral.Separators},
		{"1,2345", 1, numeral.Separators},
		{"1，200", 1, numeral.Separators},
		{"9223372036854775808", 0, numeral.Overflow},
		{"99999999999999999999999", 0, numeral.Overflow},
		{"负9223372036854775809", 3, numeral.Overflow},
		{"一千万兆", 9, numeral.Overflow},
		{"9999999999.5万亿", 15, numeral.Overflow},
		{"99999999999999999.9亿", 19, numeral.Overflow},
		{"9223373万亿", 10, numeral.Overflow},
		{"九百二十二万三千三百七十二兆零三百六十八亿五千四百七十七万五千八百零八", 105, numeral.Overflow},
		{"九九九九九九九九九九九九九九九九九九九九", 54, numeral.Overflow},
	}
	for _, tt := range tests {
		v, err := numeral.Parse(tt.in)
		if tt.reason == numeral.Invalid {
			require.NoError(t, err, tt.in)
			continue
		}
		var e *numeral.Error
		require.ErrorAs(t, err, &e, "%s gave %d", tt.in, v)
		require.Equal(t, tt.reason, e.Reason, "%s: %v", tt.in, err)
		require.Equal(t, tt.offset, e.Offset, "%s: %v", tt.in, err)
		require.Zero(t, v, tt.in)
		require.Contains(t, err.Error(), "numeral: offset ")
	}
}

func TestScan(t *testing.T) {
	t.Parallel()
	tests := []struct {
		in     string
		value  int64
		length int
	}{
		{"一、总体要求", 1, 3},
		{"十二)", 12, 6},
		{"12．加强", 12, 2},
		{"1.1 目标", 1, 1},
		{"1.5亿元", 150000000, 6},
		{"12.5%", 12, 2},
		{"㈠总", 1, 3},
		{"①②", 1, 3},
		{"Ⅳ.", 4, 3},
		{"十二条", 12, 6},
		{"2017-2020年", 2017, 4},
		{"2023年", 2023, 4},
		{"１２项", 12, 6},
		{"1,200人", 1200, 5},
		{"2017,200人", 2017, 4},
		{"1、2", 1, 1},
		{"2020二期", 2020, 4},
		{"五2023年", 5, 3},
		{"二0二三年", 2023, 10},
		{"1亿2000万", 120000000, 11},
		{"壹、", 1, 3},
		{"99999999999999999999", -1, 20},
		{"三四个", -1, 6},
		{"一百零个", -1, 9},
		{"甲、", -1, 0},
		{"○项目", -1, 0},
		{"", -1, 0},
		{"\xff一", -1, 0},
		{"几个", -1, 0},
	}
	for _, tt := range tests {
		v, n, err := numeral.Scan(tt.in)
		require.Equal(t, tt.length, n, tt.in)
		if tt.value < 0 {
			var e *numeral.Error
			require.ErrorAs(t, err, &e, tt.in)
			continue
		}
		require.NoError(t, err, tt.in)
		require.Equal(t, tt.value, v, tt.in)
	}
}

func TestFormat(t *testing.T) {
	t.Parallel()
	tests := []struct {
		n                           int64
		plain, formal, digits, hant string
	}{
		{0, "零", "零", "零", "零"},
		{10, "十", "壹拾", "一〇", "十"},
		{12, "十二", "壹拾贰", "十二", "十二"},
		{-12, "负十二", "负壹拾贰", "负十二", "負十二"},
		{105, "一百零五", "壹佰零伍", "一〇五", "一百零五"},
		{112, "一百一十二", "壹佰壹拾贰", "一一二", "一百一十二"},
		{2023, "二千零二十三", "贰仟零贰拾叁", "二〇二三", "二千零二十三"},
		{206003, "二十万六千零三", "贰拾万陆仟零叁", "二〇六〇〇三", "二十萬六千零三"},
		{100000, "十万", "壹拾万", "一〇〇〇〇〇", "十萬"},
		{10010, "一万零一十", "壹万零壹拾", "一〇〇一〇", "一萬零一十"},
		{5000000000000, "五万亿", "伍万亿", "五〇〇〇〇〇〇〇〇〇〇〇〇", "五萬億"},
	}
	for _, tt := range tests {
		require.Equal(t, tt.plain, numeral.Format(tt.n, nil))
		require.Equal(t, tt.formal, numeral.Format(tt.n, &numeral.Options{Style: numeral.Formal}))
		require.Equal(t, tt.digits, numeral.Format(tt.n, &numeral.Options{Style: numeral.Digits}))
		require.Equal(t, tt.hant, numeral.Format(tt.n, &numeral.Options{Traditional: true}))
	}
	hant := &numeral.Options{Style: numeral.Formal, Traditional: true}
	require.Equal(t, "貳萬參仟", numeral.Format(23000, hant))
}

func requireRoundTrip(t *testing.T, n int64) {
	t.Helper()
	for _, style := range []numeral.Style{numeral.Plain, numeral.Formal, numeral.Digits} {
		for _, hant := range []bool{false, true} {
			s := numeral.Format(n, &numeral.Options{Style: style, Traditional: hant})
			got, err := numeral.Parse(s)
			if err != nil || got != n {
				t.Fatalf("%s of %d: %d, %v", s, n, got, err)
			}
			if n < 0 {
				continue
			}
			got, size, err := numeral.Scan(s)
			if err != nil || got != n || size != len(s) {
				t.Fatalf("Scan %s of %d: %d, %d, %v", s, n, got, size, err)
			}
		}
	}
}

func TestRoundTrip(t *testing.T) {
	t.Parallel()
	for n := range int64(12000) {
		requireRoundTrip(t, n)
	}
	for p := int64(1); p < math.MaxInt64/10; p *= 10 {
		for _, n := range []int64{p, p + 1, p - 1, 3 * p, 11 * p / 10, -p, 10*p + p/10, 20*p + p} {
			requireRoundTrip(t, n)
		}
	}
	requireRoundTrip(t, math.MaxInt64)
	requireRoundTrip(t, math.MinInt64)
}

func TestEnums(t *testing.T) {
	t.Parallel()
	for s := numeral.InvalidStyle; s <= numeral.Digits+1; s++ {
		text, err := s.MarshalText()
		if s == numeral.InvalidStyle || s > numeral.Digits {
			require.Error(t, err)
			require.Equal(t, "invalid", s.String())
			continue
		}
		require.NoError(t, err)
		var back numeral.Style
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, s, back)
	}
	for r := numeral.Invalid; r <= numeral.Overflow+1; r++ {
		text, err := r.MarshalText()
		if r == numeral.Invalid || r > numeral.Overflow {
			require.Error(t, err)
			require.Equal(t, "invalid", r.String())
			continue
		}
		require.NoError(t, err)
		var back numeral.Reason
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, r, back)
	}
	require.Error(t, new(numeral.Style).UnmarshalText([]byte("invalid")))
	require.Error(t, new(numeral.Reason).UnmarshalText([]byte("?")))
	require.Contains(t, (&numeral.Error{Reason: 200}).Error(), "invalid")
}

func TestAllocations(t *testing.T) {
	for _, s := range []string{"第", "十二、", "一百零八项", "1,200人", "㈠", "1.5亿"} {
		require.Zero(t, testing.AllocsPerRun(20, func() { _, _, _ = numeral.Scan(s) }), s)
	}
}

func FuzzRoundTrip(f *testing.F) {
	f.Add(int64(0))
	f.Add(int64(206003))
	f.Add(int64(math.MinInt64))
	f.Fuzz(requireRoundTrip)
}

// FuzzParse states that whatever the input, nothing panics, an error is an
// *Error inside the text, and what is read is read again after formatting;
// Scan and Parse agree.
func FuzzParse(f *testing.F) {
	for _, s := range []string{"一百零八", "1.5万亿", "二0一七", "两百五", "１，２００", "三四", "\xff十", "1,20"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		v, err := numeral.Parse(s)
		var e *numeral.Error
		if err != nil {
			if !errors.As(err, &e) || e.Offset < 0 || e.Offset > len(s) || e.Reason == numeral.Invalid {
				t.Fatalf("%q: %v", s, err)
			}
		} else {
			requireRoundTrip(t, v)
		}
		sv, n, serr := numeral.Scan(s)
		if n < 0 || n > len(s) || n != numeral.Len(s) {
			t.Fatalf("%q: %d bytes", s, n)
		}
		if serr == nil {
			again, err := numeral.Parse(s[:n])
			if err != nil || again != sv {
				t.Fatalf("%q: Scan %d, Parse %d, %v", s[:n], sv, again, err)
			}
		}
	})
}

func BenchmarkScan(b *testing.B) {
	for _, s := range []string{"发展", "十二、总", "一百九十万零三千九百七十一", "2023年"} {
		b.Run(s, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				_, _, _ = numeral.Scan(s)
			}
		})
	}
}
