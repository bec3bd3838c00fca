/**
 * Shared by the project's command-line tools: style of help, errors and exit status, and the
 * database of a service.
 */
package hallmonitor.settings.tool;
