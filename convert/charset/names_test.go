package charset_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert/charset"
)

func TestCharsetNames(t *testing.T) {
	t.Parallel()
	for c := charset.ASCII; c <= charset.Big5; c++ {
		text, err := c.MarshalText()
		require.NoError(t, err)
		var back charset.Charset
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, c, back)
	}
	_, err := charset.Invalid.MarshalText()
	require.Error(t, err)
	require.Equal(t, "invalid", charset.Charset(0).String())
	require.Equal(t, "Charset(99)", charset.Charset(99).String())
	var c charset.Charset
	require.ErrorContains(t, c.UnmarshalText([]byte("koi8-r")), "charset: unknown label")
}

func TestSourceAndProblemNames(t *testing.T) {
	t.Parallel()
	for s := charset.NoSource; s <= charset.Evidence; s++ {
		text, err := s.MarshalText()
		require.NoError(t, err)
		var back charset.Source
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, s, back)
	}
	for p := charset.NoProblem; p <= charset.Unsupported; p++ {
		text, err := p.MarshalText()
		require.NoError(t, err)
		var back charset.Problem
		require.NoError(t, back.UnmarshalText(text))
		require.Equal(t, p, back)
	}
	require.Equal(t, "Source(9)", charset.Source(9).String())
	require.Equal(t, "Problem(9)", charset.Problem(9).String())
	require.Error(t, new(charset.Source).UnmarshalText([]byte("x")))
	require.Error(t, new(charset.Problem).UnmarshalText([]byte("x")))
}

func TestDiagnosticString(t *testing.T) {
	t.Parallel()
	r := decode(t, []byte("计划\xFF书"), nil)
	require.Equal(t, "malformed at byte 6: FF", r.Diagnostics[0].String())
	r = decode(t, []byte("<meta charset=koi8-r>计划书"), nil)
	require.Equal(t, `unsupported declaration at byte 14: "koi8-r"`, r.Diagnostics[0].String())
}
