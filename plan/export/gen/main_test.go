package main

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestSchemaIsOfTheTypes holds that schema.json is what the types give: where
// it fails, run go generate in plan/export.
func TestSchemaIsOfTheTypes(t *testing.T) {
	t.Parallel()
	want, err := build("../..")
	require.NoError(t, err)
	got, err := os.ReadFile("../schema.json")
	require.NoError(t, err)
	require.Equal(t, string(want), string(got))
	_, err = build("..")
	require.Error(t, err, "no types here")
}
