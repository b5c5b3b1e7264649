// Package target finds quantified targets (超过5000人次, 下降13.5%左右) and deadlines
// (2023年12月底前, 5年内, 2017-2020年) in running text, in both scripts and both
// widths, also with the blanks and line breaks inside that texts taken from PDF
// files hold.
//
// [Find] goes through a text once and yields both; [Targets] and [Deadlines]
// yield one of them, and [ParseNote] reads the deadline of a note that holds
// nothing else (完成时限：年底前).
//
// What is done already (已, 累计, 截至…), baselines (比2022年, 由30%), numbers in names,
// titles and quotes, and numbers that mean about a number (两三个) give nothing: a
// target that is none costs more than one that is missed.
//
// Everything here is safe for concurrent use, keeps no state between calls,
// and takes time linear in the text, whatever it holds.
package target
