/**
 * What the coder knows, read from plain files. Start with {@link org.entente.knowledge.Knowledge}.
 */
package org.entente.knowledge;
