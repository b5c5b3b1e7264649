package convert_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/qiaotoubao/fangan/convert"
)

// benchmarkText is 100 kB of prose of common words, not repeated.
func benchmarkText() []byte {
	words := strings.Fields(`的 的 的 了 在 是 和 与 对 为 以及 将 由 我们 可以 进行 通过 关于 推进 加强 发展 头发 软件 信息 里面 公里 后天 皇后
		干部 系统 关系 台湾 制度 复杂 历史 征收 准备 尽管 人工智能 网络 计划 国家 建设 企业 市场 投资 贸易 金融 服务 开放 合作 机制 平台 沿线`)
	rng := rand.New(rand.NewPCG(8, 8))
	var b strings.Builder
	for b.Len() < 100_000 {
		for range 4 + rng.IntN(12) {
			b.WriteString(words[rng.IntN(len(words))])
		}
		b.WriteString("，")
	}
	return []byte(b.String())
}

func BenchmarkAppend(b *testing.B) {
	hans := benchmarkText()
	for _, s := range []convert.Scheme{convert.S2T, convert.S2TWP, convert.T2S} {
		text := hans
		if s == convert.T2S {
			text = []byte(mustNew(b, convert.S2T, nil).String(string(hans)))
		}
		b.Run(s.String(), func(b *testing.B) {
			c := mustNew(b, s, nil)
			buf := c.Append(nil, text)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				buf = c.Append(buf[:0], text)
			}
		})
	}
}

// BenchmarkFirst makes a converter and converts a word with it.
func BenchmarkFirst(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		c, err := convert.New(convert.S2TWP, nil)
		require.NoError(b, err)
		c.String("软件")
	}
}

// BenchmarkMap converts with the map of places, which takes each character by
// itself.
func BenchmarkMap(b *testing.B) {
	text := string(benchmarkText())
	for _, s := range []convert.Scheme{convert.S2T, convert.T2S} {
		b.Run(s.String(), func(b *testing.B) {
			c := mustNew(b, s, nil)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				c.Map(text)
			}
		})
	}
}
