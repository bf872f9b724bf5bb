/** Where proxy.ts says which path is asked for, because a root layout cannot know otherwise. */
export const pathHeader = 'x-relink-path'
