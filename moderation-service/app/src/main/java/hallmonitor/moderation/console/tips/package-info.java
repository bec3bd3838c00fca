/**
 * What people report: the form for the public, for schools and for those who are signed in; the
 * list of tips; and the links of schools. The form has no session of its own and no script.
 */
package hallmonitor.moderation.console.tips;
