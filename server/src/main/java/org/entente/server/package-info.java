/** The workbench's server: the services of the command line as JSON over HTTP. */
package org.entente.server;
