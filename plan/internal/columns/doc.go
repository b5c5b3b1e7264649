// Package columns joins the cells of tables of duties that wrap side by side, as
// programs leave them that take the text out of PDF with the places of the
// characters: each printed line holds a piece of several cells, with blanks
// between them.
//
//	序号  任务                  责任单位
//	1     建设统一服务平台，    市数据局、市司
//	      整合各类系统。        法局
//
// It reads a table only where its head says what it is, where blanks run down
// between all columns, and where there is one way only to share the lines among
// the rows. Any other text stays as it is.
package columns
