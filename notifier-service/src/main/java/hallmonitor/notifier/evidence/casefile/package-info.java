/** One case for people outside: a package with everything sealed about it. */
package hallmonitor.notifier.evidence.casefile;
