/**
 * The whole pipeline on this machine as its users meet it: started apart from any other run and
 * used through its pages.
 */
package hallmonitor.system;
