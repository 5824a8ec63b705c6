import { settingNotes } from '../../src/config.ts';

/** `.env.example`: every setting with what it means, commented out at its default. */
export function envExample(): string {
  const blocks = Object.entries(settingNotes).map(([name, note]) => {
    const requirement = note.requiredInProduction ? ' Required in production.' : '';
    return `# ${note.description}${requirement}\n#${name}=${note.default ?? note.example ?? ''}\n`;
  });
  return `# Every setting. Copy to .env and change what you need. Written by \`npm run generate\`.\n\n${blocks.join('\n')}`;
}
