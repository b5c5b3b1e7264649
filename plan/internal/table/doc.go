// Package table reads tables of duties: a head such as 序号 | 重点任务 | 牵头单位 |
// 完成时限, and rows of which each is a task with those who answer for it. Cells
// that reach over several rows count for each of them; rows and columns that
// group the tasks become groups. A table without such a head, or whose columns
// of duties name no bodies, is none.
package table
