/** What the project's command-line tools have in common: style of help, errors and exit status. */
package hallmonitor.settings.tool;
