// Package department knows who is who in Chinese government plans: it gives
// each body that a plan names an id, whatever spelling, script or width the
// name has, and finds names in text.
package department
