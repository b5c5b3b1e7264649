// Package reference finds references to parts of documents in running text:
// 第（十二）项, 第三条第二款第（四）项, （三）至（五）, 附件2, 任务12, and names of whole
// documents in 《》, in both scripts and both widths, also with the blanks and
// line breaks inside that texts taken from PDF files hold.
//
// [Find] yields them in the order of the text. It is made for running text and
// prefers to miss what is doubtful: counts (三条红线, 12项任务), everyday ordinals
// (第三方, 第一时间), counted things (第二条生产线) and the labels of the text's own
// items and articles are no references.
//
// Everything here is safe for concurrent use, keeps no state between calls,
// and takes time linear in the text, whatever it holds.
package reference
