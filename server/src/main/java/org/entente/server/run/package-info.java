/** Documents read, coded on several threads, and saved. */
package org.entente.server.run;
