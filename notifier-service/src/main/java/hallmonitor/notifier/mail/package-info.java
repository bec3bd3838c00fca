/** From a letter to a mail server's answer. */
package hallmonitor.notifier.mail;
