/**
 * The whole pipeline on this machine as its users experience it: started separately from any other
 * run and used through its pages.
 */
package hallmonitor.system;
