/** The second step of signing in, without its shell: codes, and how they are shown and kept. */
package hallmonitor.moderation.console.access.code;
