/** A fuzzer for each parser that meets bytes from outside: it answers or refuses, within bounds. */
package hallmonitor.fuzz;
