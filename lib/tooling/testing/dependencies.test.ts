import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const folders = ['app', 'components', 'lib', 'e2e', '.ci'];
const loose = ['next.config.mjs', 'playwright.config.ts', 'postcss.config.mjs', 'vitest.config.ts'];
const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
  scripts: Record<string, string>;
};

/** Packages that are used without an import. */
const named: Readonly<Record<string, string>> = {
  '@biomejs/biome': 'npm run format',
  '@embedpdf/fonts-sc': 'lib/output/cards/fonts.ts',
  '@expo-google-fonts/charis-sil': 'lib/output/cards/fonts.ts',
  '@expo-google-fonts/noto-emoji': 'lib/output/cards/fonts.ts',
  '@expo-google-fonts/noto-naskh-arabic': 'lib/output/cards/fonts.ts',
  '@expo-google-fonts/noto-sans': 'lib/output/cards/fonts.ts',
  '@types/node': 'tsconfig.json',
  '@types/react': 'tsconfig.json',
  '@types/react-dom': 'tsconfig.json',
  'moment-timezone': 'lib/base/zone-data.ts reads its data',
  postcss: 'what @tailwindcss/postcss plugs into',
  'react-dom': 'the framework renders with it',
  tsx: 'npm run check and its like',
  typescript: 'npm run types',
};

/** Every package that some source imports, with where: `from 'x'`, `import 'x'`, `import('x')`, `require.resolve('x/y')`. */
function importedPackages(): Map<string, string> {
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && /\.(?:[cm]?[jt]s|tsx|css)$/.test(file.name))
      .map((file) => join(file.parentPath, file.name)),
  );
  const imports =
    /(?:\bfrom|\bimport|@import|\bimport\(|require(?:\.resolve)?\(|"?plugins"?:\s*\{\s*)\s*['"]([^'"\n]+)['"]|\bbin\('([^']+)'/g;
  const found = new Map<string, string>();
  for (const file of [...files, ...loose]) {
    for (const [, one, two] of readFileSync(file, 'utf8').matchAll(imports)) {
      const source = one ?? two ?? '';
      if (/^(?:[./@]\/|\.|@\/|node:|https?:)/.test(source) || builtinModules.includes(source)) continue;
      const name = source
        .split('/')
        .slice(0, source.startsWith('@') ? 2 : 1)
        .join('/');
      if (/^(?:@[a-z0-9-]+\/)?[a-z0-9][a-z0-9.-]*$/.test(name)) found.set(name, file);
    }
  }
  return found;
}

describe('packages', () => {
  const imported = importedPackages();
  const listed = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
  const typesOf = (name: string) => name.replace(/^@types\//, '');

  it('are all used', () => {
    const unused = listed.filter((name) => !imported.has(name) && !imported.has(typesOf(name)) && !(name in named));
    expect(unused).toEqual([]);
  });

  it('have exact versions', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('that build the site are not test tools', () => {
    const tools = Object.keys(manifest.devDependencies);
    const built = [...imported].filter(
      ([name, file]) =>
        tools.includes(name) && /^(?:app|components)[/\\].+\.tsx?$/.test(file) && !/\.test\./.test(file),
    );
    expect(built).toEqual([]);
  });

  it('all have a checksum, including those for other platforms', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { integrity?: string }>;
    };
    const paths = Object.keys(packages).filter((path) => path !== '');
    expect(paths).toContain('node_modules/@next/swc-darwin-arm64');
    expect(paths.filter((path) => !/^sha512-[\w+/]{86}==$/.test(packages[path]?.integrity ?? ''))).toEqual([]);
  });

  it('have no install script, except one that only saves a few milliseconds', () => {
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, { hasInstallScript?: boolean }>;
    };
    const withScript = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
    // esbuild's puts its native program in the place of its launcher.
    expect(withScript.map(([path]) => path)).toEqual(['node_modules/esbuild']);
  });
});
