/** One case for people outside: a package with everything that is sealed about it. */
package hallmonitor.notifier.evidence.casefile;
