/**
 * The whole pipeline on this machine as its users meet it: started apart from any other run, used
 * through its pages.
 */
package hallmonitor.system;
