/**
 * What a notice says, to whom and in which language. Pure; how it is laid out and sent is
 * elsewhere.
 */
package hallmonitor.notifier.notice;
