/** Shared by the project's command-line tools: style of help, errors and exit status. */
package hallmonitor.settings.tool;
